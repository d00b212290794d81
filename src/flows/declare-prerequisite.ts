/** A member says they have what a path asks for. */
import type { ChoiceOutcome } from '../domain/enrolling.ts';
import { inTransaction } from '../store/database.ts';
import { declare } from '../store/declarations.ts';
import { choosePath } from './choose-path.ts';
import type { Asker, FlowContext } from './context.ts';

/** Declares, and answers as choosing the path does. A prerequisite the path no longer has is passed over. */
export async function declarePrerequisite(
  context: FlowContext,
  asker: Asker,
  pathId: string,
  prerequisiteId: string,
): Promise<ChoiceOutcome> {
  const path = context.curriculum.paths.get(pathId);
  if (path?.prerequisites.some(({ id }) => id === prerequisiteId)) {
    await inTransaction(context.db, tx => declare(tx, asker, prerequisiteId, context.now()));
  }
  return await choosePath(context, asker, pathId);
}
