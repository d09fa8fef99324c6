import { useWorld } from "../control/use-world";
import { useDeed } from "../ui/use-deed";

/** A deed that changes the sandbox itself: what the page shows of it is read again before the deed counts as done. */
export function useSwitch() {
  const world = useWorld();
  const { run, ...deed } = useDeed();
  const runAndRead = (change: () => Promise<unknown>, done: string) =>
    run(async () => {
      await change();
      await world.state.reload();
    }, done);
  return { ...deed, run: runAndRead };
}
