// Runs a workflow on this computer the way GitHub's runner does, as far as ours need it: whether the event starts
// it, the order and the conditions of its jobs and steps, what they see in their environment, and what they leave
// in the runner's files and say in its commands. Actions (`uses`) do nothing, but for our own, whose steps run.
//
// Reads a plan from standard input, writes what happened to standard output, both JSON; host.py has the fields.
// With the argument `read` it only says what GitHub's parser has against each of the workflows that are named.

import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, join, matchesGlob} from "node:path";
import {fill, fillAll, holds, readWorkflow} from "./github_language.mjs";

const some = (patterns, names) => names.some(name => patterns.some(pattern => matchesGlob(name, pattern)));

// Types that start a workflow which names none; other events of ours are started by every type.
const USUAL_TYPES = {pull_request: ["opened", "synchronize", "reopened"]};

function starts(events, {event, payload, branch, changed}) {
  if (!(event in events)) return false;
  const filter = events[event] ?? {};
  const types = filter.types ?? USUAL_TYPES[event];
  if (types && !types.includes(payload.action)) return false;
  if (filter.branches && !some(filter.branches, [branch])) return false;
  if (filter.paths && !some(filter.paths, changed)) return false;
  if (filter["paths-ignore"] && changed.every(path => some(filter["paths-ignore"], [path]))) return false;
  return true;
}

// The lines of GITHUB_OUTPUT or GITHUB_ENV: name=value, or name<<END, lines, END.
function assignments(text) {
  const found = {};
  const lines = text.split("\n");
  while (lines.length) {
    const line = lines.shift();
    const [, name, sign, rest] = /^([^=<]*)(=|<<)(.*)$/.exec(line) ?? [];
    if (sign === "=") found[name] = rest;
    else if (sign) {
      const end = lines.indexOf(rest);
      if (end < 0) throw new Error(`${name} has no end: ${rest}`);
      found[name] = lines.splice(0, end + 1).slice(0, -1).join("\n");
    } else if (line) throw new Error(`not a line that GitHub reads: ${line}`);
  }
  return found;
}

// What a step prints can command the runner: `::name words::value` at the start of a line, and the old
// `##[name words]value` anywhere in one, until a step stops it by stop-commands. GitHub still obeys set-output, and
// fails a step that prints what it no longer obeys.
const NEW = /^\s*::(?<name>[\w-]+)(?: (?<words>.*?))?::(?<value>.*)$/;
const OLD = /##\[(?<name>[\w-]+)(?: (?<words>[^\]]*))?\](?<value>.*)$/;
const REFUSED = ["set-env", "add-path"];

function commands(text) {
  const found = [];
  for (const line of text.split(/\r?\n|\r/)) {
    const command = (NEW.exec(line) ?? OLD.exec(line))?.groups;
    if (command) found.push(command);
    if (command?.name === "stop-commands") break;
  }
  return found;
}

// The steps that run for a step of a job: those of our own action with its inputs filled in, or the step itself.
function stepsOf(step, given, contexts, plan) {
  const uses = fill(step.uses, contexts);
  if (!uses) return [step];
  if (uses !== "./" && !uses.startsWith(plan.action.name)) return [];
  const filled = text => text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => given[name] ?? "");
  const env = one => ({map: Object.entries(one.env ?? {}).map(([Key, value]) => ({Key, Value: filled(value)}))});
  return plan.action.steps.filter(one => one.run).map(one => ({run: one.run, env: env(one)}));
}

const unescaped = text => text.replace(/%0D/g, "\r").replace(/%0A/g, "\n").replace(/%25/g, "%");

function runStep(step, index, job, contexts, plan) {
  const folder = join(plan.folder, "runner", `${job.id}-${index}`);
  mkdirSync(folder, {recursive: true});
  const files = {};
  for (const name of ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"]) {
    files[name] = join(folder, name);
    writeFileSync(files[name], "");
  }
  const script = join(folder, "script.sh");
  const command = fill(step.run, contexts);
  writeFileSync(script, command);
  const {github} = contexts;
  const env = {
    ...plan.env, CI: "true", GITHUB_ACTIONS: "true", RUNNER_TEMP: folder, GITHUB_JOB: job.id,
    GITHUB_EVENT_PATH: github.event_path, GITHUB_EVENT_NAME: github.event_name, GITHUB_REPOSITORY: github.repository,
    GITHUB_API_URL: github.api_url, GITHUB_SERVER_URL: github.server_url, GITHUB_REF_NAME: github.ref_name, GITHUB_REF: github.ref,
    GITHUB_RUN_ID: github.run_id, GITHUB_ACTOR: github.actor, GITHUB_WORKSPACE: plan.workspace, GITHUB_ACTION_PATH: plan.action.path, ...files,
    ...contexts.env, ...fillAll(step.env, contexts),
  };
  const done = spawnSync("bash", ["-e", script], {cwd: plan.workspace, env, encoding: "utf8"});
  const left = Object.fromEntries(Object.entries(files).map(([name, path]) => [name, readFileSync(path, "utf8")]));
  const outputs = assignments(left.GITHUB_OUTPUT);
  const told = commands(done.stdout + "\n" + done.stderr);
  for (const {name, words, value} of told) {
    if (name === "set-output") outputs[/name=([^;,]*)/.exec(words)[1]] = unescaped(value);
  }
  const status = done.status || Number(told.some(({name}) => REFUSED.includes(name)));
  return {status, stdout: done.stdout, stderr: done.stderr, command, left, outputs, set: assignments(left.GITHUB_ENV)};
}

function runJob(job, contexts, plan) {
  if (job.strategy) throw new Error("jobs with a strategy cannot be run here");
  const own = {...contexts, steps: {}, env: {...fillAll(plan.template.env, contexts), ...fillAll(job.env, contexts)}};
  const steps = [];
  let failed = false;
  job.steps.forEach((step, index) => {
    const status = {success: !failed, failure: failed, cancelled: false, always: true};
    const told = {id: step.id, name: step.name ?? "", uses: step.uses ?? "", outcome: "skipped", outputs: {}};
    if (holds(step.if, own, status)) {
      for (const one of stepsOf(step, plan.given[job.id][index], own, plan)) {
        const {set, ...done} = runStep(one, index, job, own, plan);
        Object.assign(told, done);
        Object.assign(own.env, set);
      }
      told.outcome = told.status ? "failure" : "success";
      failed ||= told.outcome === "failure" && !step["continue-on-error"];
    }
    own.steps[step.id] = {outcome: told.outcome, conclusion: told.outcome, outputs: told.outputs};
    steps.push(told);
  });
  // GitHub keeps an output back when a secret stands in it.
  const secrets = [...Object.values(contexts.secrets), contexts.github.token].filter(Boolean);
  const outputs = Object.entries(fillAll(job.outputs, own)).filter(([, value]) => !secrets.some(secret => value.includes(secret)));
  return {result: failed ? "failure" : "success", outputs: Object.fromEntries(outputs), steps};
}

function run(plan) {
  const {template} = plan;
  if (!starts(template.events, plan)) return {started: false, jobs: {}};
  const event_path = join(plan.folder, "event.json");
  writeFileSync(event_path, JSON.stringify(plan.payload));
  const github = {
    event: plan.payload, event_name: plan.event, event_path, repository: plan.repository, api_url: plan.api, server_url: "https://github.com",
    ref: `refs/heads/${plan.branch}`, ref_name: plan.branch, sha: "0".repeat(40), run_id: "4711", token: plan.token,
    actor: plan.payload.sender?.login ?? "", workflow: plan.name,
  };
  const jobs = {};
  const before = id => (template.jobs.find(job => job.id === id).needs ?? []).flatMap(need => [need, ...before(need)]);
  const waiting = [...template.jobs];
  while (waiting.length) {
    const at = waiting.findIndex(job => (job.needs ?? []).every(need => need in jobs));
    const [job] = waiting.splice(at, 1);
    const results = before(job.id).map(id => jobs[id].result);
    const status = {success: results.every(one => one === "success"), failure: results.includes("failure"), cancelled: false, always: true};
    const needs = Object.fromEntries((job.needs ?? []).map(id => [id, {result: jobs[id].result, outputs: jobs[id].outputs}]));
    const contexts = {github, needs, secrets: plan.secrets, vars: {}, inputs: plan.payload.inputs ?? {}, env: {}, steps: {}, runner: {}, job: {}, strategy: {}, matrix: {}};
    const group = job.concurrency?.map?.find(({Key}) => Key === "group");
    const runs = holds(job.if, contexts, status);
    jobs[job.id] = {
      group: group ? fill(group.Value, contexts) : "",
      ...(runs ? runJob(job, contexts, plan) : {result: "skipped", outputs: {}, steps: []}),
    };
  }
  return {started: true, jobs};
}

if (process.argv[2] === "read") {
  const read = await Promise.all(process.argv.slice(3).map(async path => [path, (await readWorkflow(basename(path), readFileSync(path, "utf8"))).mistakes]));
  console.log(JSON.stringify(Object.fromEntries(read)));
} else {
  const plan = JSON.parse(readFileSync(0, "utf8"));
  const {template, mistakes} = await readWorkflow(plan.name, plan.text);
  if (mistakes.length) throw new Error(mistakes.join("\n"));
  console.log(JSON.stringify(run({...plan, template})));
}
