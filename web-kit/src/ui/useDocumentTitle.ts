import { useEffect } from "react";

const house = "开单";

/** Names the page in the tab and for screen readers: "订单 · 开单". */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${house}` : house;
  }, [title]);
}
