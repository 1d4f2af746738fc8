"""The pages a reader sees, without script, and those for editors who embed the search box."""
