import { ImageUp } from "lucide-react";
import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import { NavBar } from "../phone/NavBar";
import { usePhone } from "../phone/use-phone";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import { codeInPicture } from "./picture";
import styles from "./ScanScreen.module.css";
import { codeIn } from "./scan-text";

/** 扫一扫 without a camera: a code comes as text, as an address, or as a picture pasted, dropped or chosen. */
export function ScanScreen() {
  const { scan, toast } = usePhone();
  const { words } = useWords();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const recognise = async (code: string | null, otherwise: string) => {
    if (!code) return toast(otherwise);
    setBusy(true);
    await scan(code);
    setBusy(false);
  };
  const takePicture = async (picture: File | undefined) => {
    if (picture) await recognise(await codeInPicture(picture), words.noCode);
  };
  const onPaste = (event: ClipboardEvent) => {
    const picture = [...event.clipboardData.files].find((item) => item.type.startsWith("image/"));
    if (!picture) return;
    event.preventDefault();
    void takePicture(picture);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void takePicture(event.dataTransfer.files[0]);
  };
  return (
    <div className={styles["scan"]} onDragOver={(event) => event.preventDefault()} onDrop={onDrop} onPaste={onPaste}>
      <NavBar title={words.scan} plain />
      <div className={styles["finder"]} aria-hidden>
        <span className={styles["corner"]} />
        <span className={styles["corner"]} />
        <span className={styles["corner"]} />
        <span className={styles["corner"]} />
        <span className={styles["line"]} />
      </div>
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          void recognise(codeIn(text), words.nothingToScan);
        }}
      >
        <p className={styles["hint"]}>{words.scanHint}</p>
        <textarea
          aria-label={words.scanText}
          placeholder="http://weixin.qq.com/q/…"
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <div className={styles["buttons"]}>
          <button type="button" className={styles["other"]} disabled={busy} onClick={() => file.current?.click()}>
            <Icon of={ImageUp} />
            {words.chooseImage}
          </button>
          <button type="submit" className={styles["main"]} disabled={busy}>
            {words.recognise}
          </button>
        </div>
        <input
          ref={file}
          type="file"
          accept="image/*"
          hidden
          aria-label={words.chooseImage}
          onChange={(event) => {
            void takePicture(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </form>
    </div>
  );
}
