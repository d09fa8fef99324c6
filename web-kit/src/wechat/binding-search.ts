import { textParam } from "../app/search-params";

/** What the address of the binding page may say; written by the doors that lead here from WeChat. */
export type BindingSearch = {
  /** A binding that WeChat's own sign-in has claimed: ask whether to confirm it. */
  claim?: string | undefined;
  /** Why the way in from WeChat ended here. */
  wechat?: string | undefined;
  /** Where the person wanted to go. */
  to?: string | undefined;
};

/** Reads the address of the binding page; anything unknown is left out. */
export function readBindingSearch(raw: Record<string, unknown>): BindingSearch {
  return {
    claim: textParam(raw["claim"]),
    wechat: textParam(raw["wechat"]),
    to: textParam(raw["to"]),
  };
}
