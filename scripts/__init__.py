"""The tools of the repository: fetch the schema, generate the package, report changes, rehearse, package."""
