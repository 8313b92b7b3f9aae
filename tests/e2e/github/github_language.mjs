// GitHub's own parser of workflows and its engine of expressions, from the npm packages that `make test` installs.

import {registerHooks} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

// Their modules import JSON without saying so, which Node asks for.
registerHooks({
  load: (url, context, next) => next(url, url.endsWith(".json") ? {...context, importAttributes: {type: "json"}} : context),
});

const from = path => import(pathToFileURL(join(process.env.LODESTAR_NODE, "node_modules", "@actions", path)).href);
const {NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow} = await from("workflow-parser/dist/index.js");
const {Evaluator, Lexer, Parser, data} = await from("expressions/dist/index.js");
const {truthy} = await from("expressions/dist/result.js");

const FUNCTIONS = ["success", "failure", "cancelled", "always"].map(name => ({name, minArgs: 0, maxArgs: 0}));

// What GitHub makes of a workflow: its events and jobs as plain values, and what it has to say against it.
export async function readWorkflow(name, content) {
  const {context, value} = parseWorkflow({name, content}, new NoOperationTraceWriter());
  const template = value && (await convertWorkflowTemplate(context, value));
  return {template: template && JSON.parse(JSON.stringify(template)), mistakes: context.errors.getErrors().map(one => one.message)};
}

// The value of an expression. `status` says what success(), failure(), cancelled() and always() answer.
function evaluate(expression, contexts, status) {
  const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), FUNCTIONS).parse();
  const answers = new Map(FUNCTIONS.map(one => [one.name, {...one, call: () => new data.BooleanData(status[one.name])}]));
  return new Evaluator(tree, JSON.parse(JSON.stringify(contexts), data.reviver), answers).evaluate();
}

// Whether an `if` holds.
export const holds = (token, contexts, status) => truthy(evaluate(token.expr, contexts, status));

// The text that a value of a workflow stands for, expressions filled in.
export function fill(token, contexts) {
  if (token === null || token === undefined) return "";
  if (typeof token !== "object") return String(token);
  if (token.type !== 3) throw new Error(`neither a text nor an expression: ${JSON.stringify(token)}`);
  return evaluate(token.expr, contexts, {}).coerceString();
}

// A mapping with every value filled in.
export const fillAll = (token, contexts) =>
  Object.fromEntries((token?.map ?? []).map(({Key, Value}) => [fill(Key, contexts), fill(Value, contexts)]));
