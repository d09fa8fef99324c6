import { CombinedGraphQLErrors } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { UploadRefused, upload } from "@kaidan/web-kit/forms/upload";
import { describeFailure, wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { PostProgressDocument, type RefusalFragment } from "../../gql/graphql";
import { type DraftPhoto, dropDraft, keepDraft, type ReportDraft } from "./draft-store";

/** Why a report did not go out; `waiting` means the network is away and it will be tried again by itself. */
export type PostTrouble = { photos?: string; words?: string; waiting?: boolean };

type PostOptions = {
  draft: ReportDraft;
  onPosted: () => void;
  /** The server refused: the page should read the ticket anew. */
  onRefused: () => void;
};

/**
 * Sends a draft: first its photos, each once and kept as sent, then the report under the draft's own key, so that a
 * lost answer posts nothing twice. After a lost connection it tries again as soon as the network is back.
 */
export function usePostReport({ draft, onPosted, onRefused }: PostOptions) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const [mutate] = useMutation(PostProgressDocument);
  const [sent, setSent] = useState<number>();
  const [trouble, setTrouble] = useState<PostTrouble>({});
  const running = useRef(false);

  async function send(): Promise<PostTrouble> {
    const photoFileIds = await uploadPhotos(draft, setSent);
    const { ticketId, milestoneCode, key } = draft;
    const input = { ticketId, milestoneCode, text: draft.text.trim(), photoFileIds, idempotencyKey: key };
    const { data } = await mutate({ variables: { input } });
    const [refused] = data?.postProgress.userErrors ?? [];
    if (refused) return refuse(refused);
    dropDraft(draft);
    onPosted();
    return {};
  }

  function refuse(refused: RefusalFragment): PostTrouble {
    onRefused();
    if (refused.code === "IDEMPOTENCY_KEY_REUSED") {
      keepDraft({ ...draft, key: crypto.randomUUID() });
      return { words: t`上一次提交其实已经送达。这份草稿若还需要，请再提交一次。` };
    }
    const words = wordsForError(i18n, refused);
    return refused.code === "PHOTOS_MISSING" ? { photos: words } : { words };
  }

  function explain(failure: unknown): PostTrouble {
    if (failure instanceof UploadRefused)
      return { photos: wordsForError(i18n, { code: failure.code, message: failure.message }) };
    if (CombinedGraphQLErrors.is(failure)) return { words: describeFailure(i18n, failure) };
    return { waiting: true, words: t`网络没有连上。草稿已保存在本机，连上后会自动提交。` };
  }

  async function post(): Promise<void> {
    if (running.current) return;
    running.current = true;
    setTrouble({});
    setSent(0);
    try {
      setTrouble(await send());
    } catch (failure) {
      setTrouble(explain(failure));
    } finally {
      running.current = false;
      setSent(undefined);
    }
  }

  useOnline(trouble.waiting === true, () => void post());
  return { post, trouble, busy: sent !== undefined, sent: sent ?? 0 };
}

async function uploadPhotos(draft: ReportDraft, onSent: (count: number) => void): Promise<string[]> {
  const photos: DraftPhoto[] = [...draft.photos];
  for (const [index, photo] of photos.entries()) {
    if (!photo.fileId) {
      photos[index] = { ...photo, fileId: await uploadOne(photo.photo) };
      keepDraft({ ...draft, photos: [...photos] });
    }
    onSent(index + 1);
  }
  return photos.map(({ fileId }) => fileId ?? "");
}

async function uploadOne(photo: Blob): Promise<string> {
  const file = new File([photo], "photo.jpg", { type: photo.type });
  const uploaded = await upload(file, { purpose: "PROGRESS", app: "supplier", onProgress: () => {} });
  return uploaded.id;
}

function useOnline(waiting: boolean, onOnline: () => void): void {
  const online = useEffectEvent(onOnline);
  useEffect(() => {
    if (!waiting) return;
    const again = () => online();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [waiting]);
}
