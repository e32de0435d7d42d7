"""Connections to the API, over httpcore2.

- `transport`: the httpx transport; which request goes through which pool, and what its errors mean.
- `pools`: the connections of one event loop, and when they are closed.
- `connections`: those of one way out.
- `network`: the sockets below a pool: what was sent, and whether a connection is fit for another request.
- `framing`: where a response ends in what a connection receives.
- `environment`: proxies and certificates.
"""

from .transport import Transport

__all__ = ["Transport"]
