"""Tables exported from registers (LBF's Boligsociale Data, Beboerdata, a kommune's own) into `baseline` and `nøgletal`."""
