import { useLingui } from "@lingui/react";
import { useEffect, useRef, useState } from "react";
import { describeFailure, wordsForError } from "../vocabulary/error-words";
import { shrinkPhoto } from "./shrink-photo";
import { type UploadedFile, type UploadPurpose, UploadRefused, upload } from "./upload";

export type PendingUpload = { id: number; name: string; percent: number; error?: string };

type UploadsOptions = {
  purpose: UploadPurpose;
  value: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
  max: number;
};

/** Uploads chosen files one after the other and keeps those on the way, or refused, in `pending`. */
export function useUploads({ purpose, value, onChange, max }: UploadsOptions) {
  const { i18n } = useLingui();
  const [pending, setPending] = useState<PendingUpload[]>([]);
  const lastId = useRef(0);
  // Uploads finish later than the rendering that began them; they must add to the newest list.
  const newest = useRef(value);
  useEffect(() => {
    newest.current = value;
  }, [value]);

  const change = (id: number, part: Partial<PendingUpload>) =>
    setPending((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const drop = (id: number) => setPending((all) => all.filter((each) => each.id !== id));

  async function send(file: File): Promise<void> {
    lastId.current += 1;
    const id = lastId.current;
    setPending((all) => [...all, { id, name: file.name, percent: 0 }]);
    try {
      const uploaded = await upload(await shrinkPhoto(file), {
        purpose,
        app: document.documentElement.dataset.app ?? "shop",
        onProgress: (percent) => change(id, { percent }),
      });
      newest.current = [...newest.current, uploaded];
      onChange([...newest.current]);
      drop(id);
    } catch (failure) {
      const refused = failure instanceof UploadRefused;
      const error = refused
        ? wordsForError(i18n, { code: failure.code, message: failure.message })
        : describeFailure(i18n, failure, "upload");
      change(id, { error });
    }
  }

  return {
    pending,
    busy: pending.some((each) => each.error === undefined),
    room: max - value.length - pending.filter((each) => each.error === undefined).length,
    async add(files: readonly File[]): Promise<void> {
      // A new choice answers what was refused before.
      setPending((all) => all.filter((each) => each.error === undefined));
      for (const file of files.slice(0, max - newest.current.length)) await send(file);
    },
    remove: (id: string) => onChange(value.filter((file) => file.id !== id)),
    dismiss: drop,
  };
}
