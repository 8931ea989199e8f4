// Every command, in the order in which help lists them. A command whose work is not built yet is not here.
import type { Command } from './command.ts';
import { add } from './commands/add.ts';
import { attach } from './commands/attach.ts';
import { copies } from './commands/copies.ts';
import { compare } from './commands/compare.ts';
import { redact } from './commands/redact.ts';
import { care, check, custody, erase } from './commands/custody.ts';
import { analyse } from './commands/analyse.ts';
import { claim } from './commands/claim.ts';
import { different, entities, pairs, same, unsure } from './commands/entities.ts';
import { events, origins } from './commands/events.ts';
import { contradictions, rule } from './commands/contradictions.ts';
import { elements, history } from './commands/elements.ts';
import { exportCommand } from './commands/export.ts';
import { dossier } from './commands/dossier.ts';
import { link, origin } from './commands/links.ts';
import { network } from './commands/network.ts';
import { assess, assign, being, done, label, labels, note, remarks } from './commands/remarks.ts';
import { init } from './commands/init.ts';
import { inspect } from './commands/inspect.ts';
import { claims, documents, timeline } from './commands/lists.ts';
import { gaps, matrix } from './commands/matrix.ts';
import { backup, key, restore } from './commands/keys.ts';
import { log } from './commands/log.ts';
import { names } from './commands/names.ts';
import { proceedings } from './commands/proceedings.ts';
import { graphic, pseudonym } from './commands/pseudonym.ts';
import { queue } from './commands/queue.ts';
import { orphans, reread } from './commands/reread.ts';
import { review } from './commands/review.ts';
import { revisions } from './commands/revisions.ts';
import { search } from './commands/search.ts';
import { demo, serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { sources } from './commands/sources.ts';
import { suggest } from './commands/suggest.ts';
import { rebuild, verify } from './commands/upkeep.ts';

export const COMMANDS: readonly Command[] = [
  init,
  add,
  suggest,
  inspect,
  compare,
  documents,
  claims,
  entities,
  events,
  proceedings,
  origins,
  show,
  sources,
  search,
  copies,
  revisions,
  queue,
  review,
  claim,
  attach,
  reread,
  orphans,
  pairs,
  same,
  different,
  unsure,
  names,
  contradictions,
  rule,
  origin,
  link,
  note,
  label,
  labels,
  assign,
  done,
  assess,
  being,
  remarks,
  elements,
  history,
  dossier,
  network,
  timeline,
  matrix,
  gaps,
  serve,
  exportCommand,
  redact,
  verify,
  log,
  check,
  care,
  pseudonym,
  graphic,
  custody,
  erase,
  key,
  backup,
  restore,
  rebuild,
  analyse,
  demo,
];
