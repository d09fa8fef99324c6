/**
 * Whether this page runs in WeChat's own browser: by its user agent, or because it is framed, which nobody may do but the
 * phone that the settings name.
 */
export function isInsideWechat(): boolean {
  return /MicroMessenger/i.test(navigator.userAgent) || window.parent !== window;
}
