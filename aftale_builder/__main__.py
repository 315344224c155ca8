"""`python -m aftale_builder` is `aftale`, for a machine whose PATH does not reach the script."""

import sys

from aftale_builder.cli import main

sys.exit(main())
