import { useEffect, useState } from "react";
import { control } from "../control/client";
import { usePhone } from "../phone/use-phone";

/** What stands in an open chat on a page that somebody looks at is read. */
export function useReading(): void {
  const { phone, attempt } = usePhone();
  const [looking, setLooking] = useState(() => document.visibilityState === "visible");
  useEffect(() => {
    const look = () => setLooking(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  const unread = looking ? phone.unread : 0;
  useEffect(() => {
    if (unread > 0) void attempt(() => control.read(phone.id));
  }, [unread, phone.id, attempt]);
}
