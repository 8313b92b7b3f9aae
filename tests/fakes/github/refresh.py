"""Write the vendored files of this folder anew from the npm packages they come from.

    npm install --prefix DIR @octokit/openapi @octokit/openapi-webhooks @octokit/webhooks-examples @octokit/fixtures
    python tests/github_fake/refresh.py DIR/node_modules

Each file is a part of its package, without prose, in one form whatever the machine; README.md names versions and licences.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

HERE = Path(__file__).parent
REPO = "/repos/{owner}/{repo}"
ISSUE = f"{REPO}/issues/{{issue_number}}"
PATHS = {
    REPO: ("get", "patch"),
    f"{REPO}/issues": ("get", "post"),
    ISSUE: ("get", "patch"),
    f"{ISSUE}/comments": ("get", "post"),
    f"{REPO}/issues/comments": ("get",),
    f"{REPO}/issues/comments/{{comment_id}}": ("get", "patch", "delete"),
    f"{REPO}/issues/events": ("get",),
    f"{ISSUE}/labels": ("get", "post"),
    f"{ISSUE}/labels/{{name}}": ("delete",),
    f"{REPO}/issues/comments/{{comment_id}}/reactions": ("get",),
    f"{ISSUE}/assignees": ("post", "delete"),
    f"{ISSUE}/assignees/{{assignee}}": ("get",),
    f"{ISSUE}/lock": ("put", "delete"),
    f"{REPO}/assignees/{{assignee}}": ("get",),
    f"{REPO}/labels": ("get", "post"),
    f"{REPO}/labels/{{name}}": ("get", "patch", "delete"),
    f"{REPO}/collaborators": ("get",),
    f"{REPO}/collaborators/{{username}}/permission": ("get",),
    f"{REPO}/actions/workflows/{{workflow_id}}/dispatches": ("post",),
    f"{REPO}/actions/workflows/{{workflow_id}}/enable": ("put",),
    f"{REPO}/actions/workflows/{{workflow_id}}/runs": ("get",),
    f"{REPO}/commits": ("get",),
    f"{REPO}/statuses/{{sha}}": ("post",),
    f"{REPO}/git/ref/{{ref}}": ("get",),
    f"{REPO}/git/refs": ("post",),
    f"{REPO}/contents/{{path}}": ("get", "put"),
    f"{REPO}/pulls": ("get", "post"),
    f"{REPO}/pulls/{{pull_number}}": ("get",),
    f"{REPO}/pulls/{{pull_number}}/comments": ("get", "post"),
    f"{REPO}/pulls/{{pull_number}}/merge": ("put",),
    "/users/{username}": ("get",),
    "/rate_limit": ("get",),
}
ERRORS = ("basic-error", "validation-error", "validation-error-simple")
EVENTS = ("issues", "issue_comment")
RECORDINGS = (
    "add-labels-to-issue",
    "errors",
    "get-repository",
    "labels",
    "lock-issue",
    "paginate-issues",
    "rename-repository",
)
PROSE = {"description", "summary", "example", "examples", "externalDocs", "tags", "deprecated"}


def main(modules: Path) -> None:
    """Read the packages below `modules` and write every vendored file."""
    octokit = modules / "@octokit"
    described = json.loads((octokit / "openapi/generated/api.github.com.json").read_text(encoding="utf-8"))
    _write(HERE / "openapi.json", _openapi(described))
    webhooks = json.loads((octokit / "openapi-webhooks/generated/api.github.com.json").read_text(encoding="utf-8"))
    events = _webhooks(webhooks)
    _write(HERE / "webhooks.json", events)
    examples = json.loads((octokit / "webhooks-examples/api.github.com/index.json").read_text(encoding="utf-8"))
    for old in (HERE / "payloads").glob("*.json"):
        old.unlink()
    for event in EVENTS:
        payloads = next(one["examples"] for one in examples if one["name"] == event)
        for number, payload in enumerate(payloads, 1):
            schema = {**events, "$ref": f"#/events/{event}.{payload['action']}"}
            _write(HERE / "payloads" / f"{event}.{payload['action']}.{number}.json", _topped_up(payload, schema))
    for name in RECORDINGS:
        exchanges = json.loads(
            (octokit / f"fixtures/scenarios/api.github.com/{name}/normalized-fixture.json").read_text(encoding="utf-8")
        )
        _write(HERE / "recorded" / f"{name}.json", [_exchange(one) for one in exchanges])


def _openapi(described: dict[str, Any]) -> dict[str, Any]:
    paths = {}
    for path, verbs in PATHS.items():
        shared = (
            {"parameters": described["paths"][path]["parameters"]} if "parameters" in described["paths"][path] else {}
        )
        paths[path] = _plain({**shared, **{verb: _operation(described["paths"][path][verb]) for verb in verbs}})
    start = {"paths": paths, "errors": [{"$ref": f"#/components/schemas/{name}"} for name in ERRORS]}
    kept = _reachable(start, described)
    info = {"title": "A part of GitHub's REST API", "version": described["info"]["version"], "license": {"name": "MIT"}}
    return {"openapi": described["openapi"], "info": info, "paths": paths, "components": kept["components"]}


def _operation(operation: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in operation.items() if key in {"parameters", "requestBody", "responses"}}


def _webhooks(described: dict[str, Any]) -> dict[str, Any]:
    events = {}
    for webhook in described["webhooks"].values():
        for verb in webhook.values():
            name, _, action = verb["operationId"].partition("/")
            if name.replace("-", "_") in EVENTS:
                schema = verb["requestBody"]["content"]["application/json"]["schema"]
                events[f"{name.replace('-', '_')}.{action.replace('-', '_')}"] = _plain(schema)
    kept = _reachable(events, described)
    return {"$comment": f"MIT, @octokit/openapi-webhooks {described['info']['version']}", "events": events, **kept}


def _plain(node: Any, names: bool = False) -> Any:
    """Drop prose and extensions, keeping properties that happen to be called like them; let a nullable choice choose null."""
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    if names:
        return {key: _plain(value) for key, value in node.items()}
    plain = {
        key: value
        if key in {"enum", "default", "required"}
        else _plain(value, key in {"properties", "paths", "headers", "responses", "content"})
        for key, value in node.items()
        if key not in PROSE and not key.startswith("x-")
    }
    if plain.get("nullable") and "enum" in plain and None not in plain["enum"]:
        plain["enum"] = [*plain["enum"], None]
    return plain


def _reachable(start: Any, described: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    todo = list(_references(start))
    seen = set()
    while todo:
        reference = todo.pop()
        if reference in seen:
            continue
        seen.add(reference)
        parts = reference.removeprefix("#/").split("/")
        found = described
        for part in parts:
            found = found[part]
        found = _plain(found)
        place = kept
        for part in parts[:-1]:
            place = place.setdefault(part, {})
        place[parts[-1]] = found
        todo.extend(_references(found))
    return kept


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _references(one)
    elif isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for one in node.values():
            yield from _references(one)


def _topped_up(payload: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Add what today's schema requires and the example, recorded years ago, has not: null, or else the emptiest value allowed."""
    validator = Draft202012Validator(schema)
    for _ in range(100):
        missing = [error for error in _leaves(validator.iter_errors(payload)) if error.validator == "required"]
        if not missing:
            break
        for error in missing:
            place = payload
            for part in error.absolute_path:
                place = place[part]
            for name in error.validator_value:
                if name not in place:
                    place[name] = _emptiest(error.schema.get("properties", {}).get(name, {}), schema)
    return payload


def _leaves(errors: Any) -> Iterator[Any]:
    for error in errors:
        if error.context:
            yield from _leaves(error.context)
        else:
            yield error


def _emptiest(wanted: dict[str, Any], schema: dict[str, Any]) -> Any:
    while "$ref" in wanted:
        found: Any = schema
        for part in wanted["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        wanted = found
    text = "https://api.github.com/" if wanted.get("format") == "uri" else ""
    for value in (None, False, 0, text, [], {}):
        if Draft202012Validator({"components": schema.get("components", {}), **wanted}).is_valid(value):
            return value
    if "enum" in wanted:
        return wanted["enum"][0]
    return {
        name: _emptiest(part, schema)
        for name, part in wanted.get("properties", {}).items()
        if name in wanted.get("required", ())
    }


def _exchange(recorded: dict[str, Any]) -> dict[str, Any]:
    return {
        "method": recorded["method"].upper(),
        "path": recorded["path"],
        "body": recorded["body"] or None,
        "status": recorded["status"],
        "headers": {name: recorded["headers"][name] for name in ("link", "location") if name in recorded["headers"]},
        "response": recorded["response"] or None,
    }


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
