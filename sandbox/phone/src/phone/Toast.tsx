import { useEffect } from "react";
import styles from "./PhoneView.module.css";
import { usePhone } from "./use-phone";

const shownMs = 3500;

/** A short word from WeChat over the screen, read aloud, gone by itself. */
export function Toast() {
  const { hand, way } = usePhone();
  const { toast } = hand;
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => way.change({ toast: null }), shownMs);
    return () => clearTimeout(timer);
  }, [toast, way]);
  return (
    <div role="status" className={styles["toastPlace"]}>
      {toast && <p className={styles["toast"]}>{toast}</p>}
    </div>
  );
}
