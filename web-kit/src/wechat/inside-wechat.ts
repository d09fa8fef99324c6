const storageKey = "kaidan.wx";

/**
 * Whether this page runs in WeChat's own browser: by its user agent, or because the address once said `?wx=1`, which
 * holds for the rest of the visit.
 */
export function isInsideWechat(): boolean {
  if (/MicroMessenger/i.test(navigator.userAgent)) return true;
  if (new URLSearchParams(location.search).get("wx") === "1") sessionStorage.setItem(storageKey, "1");
  return sessionStorage.getItem(storageKey) === "1";
}
