"""Makes calls of the StorPool API by name, one for each line on standard input, and prints what came of each.

A line: {"call", "port", "token", "multiCluster", "arguments": [...], "json"}. The answer is checked against the types of
the bindings, which the plain call does not tell: it drops what does not fit.
"""

import json
import sys

from storpool import spapi


def make(request):
    api = spapi.Api(
        host="127.0.0.1",
        port=request["port"],
        auth=request["token"],
        transientRetries=0,
        multiCluster=request["multiCluster"],
    )
    method = getattr(spapi.Api, request["call"])
    keywords = {"json": request["json"]} if "json" in request else {}
    raw = method(api, *request["arguments"], returnRawAPIData=True, **keywords)
    method.__globals__["returns"](raw)


for line in sys.stdin:
    try:
        make(json.loads(line))
    except Exception as error:
        print(json.dumps({"failure": "{0}: {1}".format(type(error).__name__, error)}), flush=True)
    else:
        print(json.dumps({}), flush=True)
