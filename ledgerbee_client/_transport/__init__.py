"""Connections to the API, over httpcore2.

- `transport`: the httpx transport: which request takes which route, and what its errors mean.
- `routes`: the ways out of one event loop, and when their connections are closed.
- `connections`: which connection a request gets, and what becomes of it afterwards.
- `network`: the sockets below: what was sent, and whether a connection is fit for another request.
- `framing`: where a response ends in what a connection receives.
- `environment`: proxies and certificates.
"""

from .transport import Transport

__all__ = ["Transport"]
