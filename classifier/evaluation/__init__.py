"""How good a net is: figures, calibration, baselines, fairness."""
