/** Coming together: voice channels, and answers to scheduled events. */
import { eventRequest, leaveVoiceRequest, voiceRequest } from '../requests.ts';
import type { Desk } from './desk.ts';

export function gatherings({ does, at }: Desk): void {
  does('join-voice', voiceRequest, (me, { channel }) => me.joinsVoice(at(me, channel)));
  does('leave-voice', leaveVoiceRequest, me => me.leavesVoice());
  does('interested', eventRequest, (me, { event }) => me.takesInterestIn({ id: event }));
  does('not-interested', eventRequest, (me, { event }) => me.losesInterestIn({ id: event }));
}
