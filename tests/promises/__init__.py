"""The promises of docs/reliability.md, each with a test that can fail: `test_NN_…`."""
