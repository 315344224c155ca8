"""The package as one file for the upload, sealed so that a change of any byte of it is found later."""
