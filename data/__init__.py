"""Storage and exchange: files in and out, reference data, samples."""
