"""Reports: an assessment as text or data. Only here is it known how a finding is shown."""
