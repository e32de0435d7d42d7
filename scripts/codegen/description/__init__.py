"""Describes a document for comparison: what `ledgerbee_client.contracts` compares, as plain JSON.

The description is what the reader makes of a document: references followed, `allOf` flattened, the dialects of OpenAPI
3.0 and 3.1 in one form, scopes and credentials read as the generator reads them. The generator writes it into the
package for the users' contract snapshots; the change report makes it of both documents. It is tolerant: what no package
can be made of can still be compared.

document       the whole: operations, webhooks, servers, security schemes
operation      one operation, with its parameters, bodies and responses
schema         one level of a schema after the other
known          what is the same in another document, and needn't be described again
announcements  texts that say that something is removed
leftovers      what isn't read, and digests that prove that nothing else differs
"""

from .document import describe, describe_both

__all__ = ["describe", "describe_both"]
