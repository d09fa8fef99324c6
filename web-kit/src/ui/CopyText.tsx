import { useLingui } from "@lingui/react/macro";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import css from "./CopyText.module.css";
import { toast } from "./Toasts";

/** A number or a link with a button that copies it; the text can always be selected by hand as well. */
export function CopyText({ text, label }: { text: string; label?: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      toast.info(t`请长按文字复制`);
    }
  }
  return (
    <span className={css.copy}>
      <span className="mono">{text}</span>
      <button type="button" onClick={() => void copy()} aria-label={`${t`复制`} ${label ?? text}`}>
        {copied ? <Check size={16} strokeWidth={2} aria-hidden /> : <Copy size={16} strokeWidth={1.5} aria-hidden />}
      </button>
      <output className="visually-hidden">{copied && t`已复制`}</output>
    </span>
  );
}
