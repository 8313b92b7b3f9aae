"""GitHub's own description of its REST API, as a judge of every exchange with the fake.

`openapi.json` is a part of it (see README.md). What it does not say is not assumed: an undescribed status,
an unknown query parameter or a body of another shape is a complaint.
"""

import functools
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema_rs

HERE = Path(__file__).parent
ANYWHERE = frozenset({301, 307, 401, 403, 404, 410, 429})
"""Statuses that GitHub may answer to anything; the description names them only here and there."""
BARE_NAMES = {"type": "array", "items": {"type": "string"}}
ALSO_TAKEN = {("POST", "/repos/{owner}/{repo}/issues/{issue_number}/labels"): BARE_NAMES}
"""What PyGithub has sent for years and GitHub takes, though its description has forgotten it."""
ERROR = {"$ref": "#/components/schemas/basic-error"}


class Contract:
    """Says which operation an exchange belongs to, and what is wrong with it."""

    def __init__(self) -> None:
        described = json.loads((HERE / "openapi.json").read_text(encoding="utf-8"))
        self.described = _modern(described)
        self.templates = [
            (template, _pattern(template))
            for template in sorted(self.described["paths"], key=lambda one: one.count("{"))
        ]

    def operation(self, method: str, path: str) -> tuple[str, dict[str, Any], dict[str, str]] | None:
        """Return the path's template, its operation and the values in the path; None for what is not in our part."""
        for template, pattern in self.templates:
            match = pattern.fullmatch(path)
            if match and method.lower() in self.described["paths"][template]:
                values = {name: unquote(value) for name, value in match.groupdict().items()}
                return template, self.described["paths"][template][method.lower()], values
        return None

    def request_complaints(self, method: str, target: str, body: Any) -> list[str]:
        """Say what is wrong with a request, in the description's terms."""
        found = self.operation(method, urlsplit(target).path)
        if not found:
            return [f"{method} {target} is not in our part of the description"]
        template, operation, values = found
        known = [
            self._resolved(one)
            for one in [*operation.get("parameters", ()), *self.described["paths"][template].get("parameters", ())]
        ]
        given = {"path": values, "query": dict(parse_qsl(urlsplit(target).query, keep_blank_values=True))}
        complaints = []
        for place, found_values in given.items():
            schemas = {one["name"]: one["schema"] for one in known if one["in"] == place}
            for name, value in found_values.items():
                # The cursor comes from GitHub's own links; the description is silent about it.
                if name not in schemas:
                    complaints += (
                        [] if name == "after" else [f"{method} {template}: unknown {place} parameter {name!r}"]
                    )
                else:
                    complaints += self._complaints(
                        schemas[name], _typed(value, schemas[name]), f"{method} {template}: {place} parameter {name!r}"
                    )
        wanted = self._resolved(operation.get("requestBody", {}))
        if body is not None and not wanted:
            complaints.append(f"{method} {template}: takes no body")
        elif body is None and wanted.get("required"):
            complaints.append(f"{method} {template}: needs a body")
        elif body is not None:
            schema = wanted["content"]["application/json"]["schema"]
            if (method, template) in ALSO_TAKEN and isinstance(body, list):
                schema = ALSO_TAKEN[method, template]
            complaints += self._complaints(schema, body, f"{method} {template}: body")
            allowed = set(self._resolved(schema).get("properties", {}))
            if isinstance(body, dict) and allowed:
                complaints += [
                    f"{method} {template}: unknown key {name!r} in the body" for name in body if name not in allowed
                ]
        return complaints

    def response_complaints(self, method: str, path: str, status: int, body: Any) -> list[str]:
        """Say what is wrong with an answer; an operation outside our part may only fail."""
        if status >= 500:
            return []
        found = self.operation(method, path)
        label = f"{method} {found[0] if found else path} -> {status}"
        described = found[1]["responses"].get(str(status)) if found else None
        if described is None:
            return self._complaints(ERROR, body, label) if status in ANYWHERE else [f"{label}: an undescribed status"]
        content = self._resolved(described).get("content", {}).get("application/json")
        if not content:
            return [] if body is None else [f"{label}: has no body by its description"]
        return self._complaints(content["schema"], body, label)

    def _resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            found: Any = self.described
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            node = found
        return node

    def _complaints(self, schema: dict[str, Any], value: Any, label: str) -> list[str]:
        errors = self._validator(json.dumps(schema)).iter_errors(value)
        return [
            f"{label}: {error.message[:300]} at {'/'.join(map(str, error.instance_path)) or 'the top'}"
            for error in errors
        ]

    @functools.cache  # noqa: B019 - there is one contract for all tests
    def _validator(self, schema: str) -> jsonschema_rs.Draft202012Validator:
        return validator({**json.loads(schema), "components": self.described["components"]})


def validator(schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    """Return a validator that minds formats but "uri": GitHub itself sends an empty homepage."""
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True, formats={"uri": lambda _: True})


@functools.cache
def contract() -> Contract:
    """Return the one contract; building it takes a moment."""
    return Contract()


def _modern(node: Any) -> Any:
    """Turn OpenAPI 3.0's `nullable` into the JSON Schema that validators know."""
    if isinstance(node, list):
        return [_modern(one) for one in node]
    if not isinstance(node, dict):
        return node
    modern = {key: _modern(value) for key, value in node.items() if key != "nullable" or value is not True}
    return {"anyOf": [{"type": "null"}, modern]} if node.get("nullable") is True else modern


def _pattern(template: str) -> re.Pattern[str]:
    """Match a template's paths; the path of a file and the name of a branch may have slashes."""
    return re.compile(
        re.sub(
            r"\\\{(\w+)\\\}",
            lambda found: f"(?P<{found[1]}>{'.+' if found[1] in ('path', 'ref') else '[^/]+'})",
            re.escape(template),
        )
    )


def _typed(value: str, schema: dict[str, Any]) -> Any:
    choices = [schema, *schema.get("oneOf", ()), *schema.get("anyOf", ())]
    if any(one.get("type") == "integer" for one in choices) and re.fullmatch(r"-?\d+", value):
        return int(value)
    return value
