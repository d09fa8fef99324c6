import { useLingui } from "@lingui/react";
import { useState } from "react";
import { useAct } from "../forms/useAct";
import { SetNoticePreferenceDocument } from "../gql/graphql";
import { channelWords, topicWords } from "../vocabulary/notice-words";
import type { Preference } from "./NoticeSettings";
import css from "./NoticeSettings.module.css";

/** One topic on one channel, on or off. While the answer is awaited it shows what was wanted. */
export function PreferenceSwitch({ preference }: { preference: Preference | undefined }) {
  const { i18n } = useLingui();
  const [wanted, setWanted] = useState<boolean>();
  const { act, busy } = useAct(SetNoticePreferenceDocument, (data) => data.setNoticePreference);
  if (!preference) return <span aria-hidden>—</span>;
  const { topic, channel, enabled, available } = preference;

  async function set(next: boolean): Promise<void> {
    setWanted(next);
    await act({ input: { topic, channel, enabled: next } });
    setWanted(undefined);
  }
  const on = available && (wanted ?? enabled);
  return (
    <label className={css.target}>
      <input
        type="checkbox"
        role="switch"
        className={css.switch}
        aria-label={`${i18n._(topicWords[topic])} · ${i18n._(channelWords[channel])}`}
        checked={on}
        aria-checked={on}
        disabled={!available}
        aria-busy={busy}
        onChange={(event) => {
          if (!busy) void set(event.currentTarget.checked);
        }}
      />
    </label>
  );
}
