"""The three official tables: are they there, whole, filled in, and do their figures balance."""
