import { Ellipsis, X } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { usePhone } from "../phone/use-phone";
import { IconButton } from "../ui/IconButton";
import { useEscape, useLeaving } from "../ui/use-leaving";
import { useWords } from "../words/use-words";
import styles from "./BrowserSheet.module.css";

const slowMs = 10_000;
// Everything a page may do in WeChat, but not to lead this whole page elsewhere.
const permitted =
  "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads";
// Cookies and storage of its own. React passes it on as a flag; its types do not know it yet.
const apart = { credentialless: true };
const isolated = "credentialless" in HTMLIFrameElement.prototype;

/**
 * A web page over WeChat, as WeChat's own browser shows it. The frame is credentialless: its cookies are this page's
 * alone and never this computer's. Its name tells the OAuth page which phone it is in; names survive navigation.
 */
export function BrowserSheet({ url }: { url: string }) {
  const { phone, chat, way } = usePhone();
  const { words } = useWords();
  const [visit, setVisit] = useState(0);
  const close = useRef<HTMLButtonElement>(null);
  const shut = useCallback(() => way.change({ page: null }), [way]);
  const sheet = useEscape<HTMLDivElement>(shut);
  const secret = chat.value?.secret;
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const host = new URL(url).host;
  return (
    <div ref={sheet} role="dialog" aria-label={words.browser} className={styles["sheet"]}>
      <header className={styles["bar"]}>
        <IconButton ref={close} icon={X} label={words.close} size={22} onClick={shut} />
        <p className={styles["host"]}>{host}</p>
        <PageMenu url={url} host={host} onReload={() => setVisit(visit + 1)} />
      </header>
      {!isolated && <p className={styles["warning"]}>{words.notIsolated}</p>}
      {secret !== undefined && <Page key={visit} url={url} name={`wechat-phone:${phone.id}:${secret}`} />}
    </div>
  );
}

/** The frame itself. What another origin answers can't be seen from here, only that it answered. */
function Page({ url, name }: { url: string; name: string }) {
  const { words } = useWords();
  const [state, setState] = useState<"loading" | "slow" | "open">("loading");
  useEffect(() => {
    const timer = setTimeout(() => setState((now) => (now === "loading" ? "slow" : now)), slowMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles["page"]} aria-busy={state !== "open"}>
      {state !== "open" && <div className={styles["progress"]} role="progressbar" aria-label={words.pageLoading} />}
      {state === "slow" && (
        <p className={styles["warning"]} role="status">
          {words.pageSlow}
        </p>
      )}
      <iframe
        {...apart}
        name={name}
        title={words.browser}
        src={url}
        className={styles["frame"]}
        sandbox={permitted}
        allow="clipboard-write"
        onLoad={() => setState("open")}
      />
    </div>
  );
}

function PageMenu({ url, host, onReload }: { url: string; host: string; onReload: () => void }) {
  const { toast } = usePhone();
  const { words } = useWords();
  const [open, setOpen] = useState(false);
  const place = useLeaving<HTMLDivElement>(useCallback(() => setOpen(false), []));
  const copy = () => {
    setOpen(false);
    navigator.clipboard.writeText(url).then(
      () => toast(words.copied),
      () => toast(words.copyFailed),
    );
  };
  return (
    <div ref={place} className={styles["menuPlace"]}>
      <IconButton
        icon={Ellipsis}
        label={words.pageMenu}
        size={24}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className={styles["menu"]}>
          <p>{words.pageProvider(host)}</p>
          <button
            type="button"
            onClick={() => {
              setOpen(false);
              onReload();
            }}
          >
            {words.reload}
          </button>
          <button type="button" onClick={copy}>
            {words.copyLink}
          </button>
          <a href={url} target="_blank" rel="noreferrer" onClick={() => setOpen(false)}>
            {words.openOutside}
          </a>
        </div>
      )}
    </div>
  );
}
