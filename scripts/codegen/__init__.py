"""The generator of `ledgerbee_client/generated`, in the order in which a document passes through it.

document     load, normalize and validate an OpenAPI document
corrections  facts that the document lacks: rules, and the exceptions in `openapi/corrections.yaml`
schemas      JSON schemas -> `ir` models, enums and types
operations   path items -> `ir` operations with everything that a call needs to know
naming       Python names by rule, kept by the lock in `openapi/names.lock.json`
python       `ir` types -> Python source for annotations, decoding and encoding
package      openapi-python-client and our templates -> a package, formatted
verify       the package is complete, compiles and imports
"""
