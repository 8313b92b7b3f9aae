/** The page's side of the worker: asks, waits for answers, and says so when it is gone. */

export class DirectoryClient {
  #worker = null;
  #asked = 0;
  #latest = 0;
  #waiting = new Map();

  /** @param {string} base the address of the index @param {{show: (answer: object, question: object) => void, fail: () => void, facets: (facets: object) => void}} tell */
  constructor(base, tell) {
    this.base = base;
    this.tell = tell;
  }

  /** Whether the worker was started, or could not be. */
  get started() {
    return this.#worker !== null;
  }

  /** Ask for mentors; only the answer to the latest question is shown. @param {object} question of finder.js */
  ask(question) {
    if (!this.#start()) return;
    this.#latest = this.#send(question);
    this.question = question;
  }

  /** @returns {Promise<object>} the vocabularies */
  async terms() {
    return (await this.#wait({ terms: true })).terms;
  }

  /** @param {object[]} mentors of the API @param {object} learner @param {string} today @returns {Promise<object[]>} */
  async explain(mentors, learner, today) {
    return (await this.#wait({ explain: mentors, learner, today })).explained;
  }

  #wait(question) {
    return new Promise((resolve, reject) => {
      if (this.#start()) this.#waiting.set(this.#send(question), { resolve, reject });
      else reject(new Error("There is no index."));
    });
  }

  #send(question) {
    this.#asked += 1;
    this.#worker.postMessage({ ...question, id: this.#asked, base: this.base });
    return this.#asked;
  }

  #start() {
    if (this.#worker !== null) return this.#worker;
    try {
      this.#worker = new Worker(new URL("./directory-worker.js", import.meta.url), { type: "module" });
    } catch {
      this.#stop();
      return false;
    }
    this.#worker.addEventListener("error", () => this.#stop());
    this.#worker.addEventListener("message", ({ data }) => this.#take(data));
    return this.#worker;
  }

  #take(answer) {
    if (answer.facets) this.tell.facets(answer.facets);
    const waiting = this.#waiting.get(answer.id);
    if (waiting) {
      this.#waiting.delete(answer.id);
      return answer.failed ? waiting.reject(new Error("The index did not answer.")) : waiting.resolve(answer);
    }
    if (answer.id !== this.#latest) return;
    if (answer.failed) this.#stop();
    else this.tell.show(answer, this.question);
  }

  #stop() {
    if (this.#worker) this.#worker.terminate();
    this.#worker = false;
    this.tell.fail();
  }
}
