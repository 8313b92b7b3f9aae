/**
 * What the scripts may take for granted of a page. The page's own templates decide what a selector finds, which
 * TypeScript cannot read; the tests in a browser check that it is there.
 */

interface ParentNode {
  querySelector(selector: string): any;
  querySelectorAll(selector: string): NodeListOf<any>;
  readonly children: HTMLCollectionOf<any>;
}

interface Element {
  closest(selector: string): any;
  readonly firstElementChild: any;
  readonly lastElementChild: any;
}

interface Node {
  cloneNode(deep?: boolean): any;
}

interface HTMLFormControlsCollection {
  [name: string]: any;
}

interface Navigator {
  /** Only some browsers tell whether data is to be saved. */
  readonly connection?: { saveData: boolean };
}
