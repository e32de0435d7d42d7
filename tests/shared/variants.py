"""The same tests on another event loop, or with httpx2 in the place of httpx: a pytest plugin, told by the environment.

LEDGERBEE_TEST_LOOP=uvloop, LEDGERBEE_TEST_HTTPX=httpx2. It must be the first plugin: nothing may have imported httpx.
"""

from __future__ import annotations

import asyncio
import os

if os.environ.get("LEDGERBEE_TEST_HTTPX") == "httpx2":
    import httpx2

    httpx2.alias_httpx()

if os.environ.get("LEDGERBEE_TEST_LOOP") == "uvloop":
    import uvloop

    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
