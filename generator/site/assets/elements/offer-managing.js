/**
 * What people do with their own profile is fetched for those who need it: "this is me" here, a link to it, or an open fold.
 */

import { StoredValue } from "../lib/storage.js";

export function offerManaging(fold, handle, root) {
  if (!fold) return;
  let fetched = false;
  const start = async () => {
    if (fetched) return;
    fetched = true;
    (await import("./manage.js")).startManage(fold);
  };
  const me = new StoredValue("me", root).read()?.login;
  if (fold.open || location.hash === "#manage" || String(me ?? "").toLowerCase() === handle) start();
  fold.addEventListener("toggle", start, { once: true });
  addEventListener("hashchange", () => location.hash === "#manage" && start());
}
