import { useState } from "react";
import { ControlError } from "../control/client";
import { useWords } from "../words/use-words";

/** Does one thing at a time and says what came of it: `done` when it went well, else the sandbox's own sentence. */
export function useDeed() {
  const { words } = useWords();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [failed, setFailed] = useState(false);
  const run = async (deed: () => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(true);
    try {
      await deed();
      setSaid(done);
      setFailed(false);
      return true;
    } catch (error) {
      setSaid((error instanceof ControlError ? error.message : String(error)) || words.unreachable);
      setFailed(true);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, said, failed };
}
