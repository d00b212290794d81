import { describe } from 'vitest';
import { discordjsCore } from './discordjs-core.ts';
import { tellStory } from './story.ts';

describe('a bot written with @discordjs/core, over a compressed gateway', () => tellStory(discordjsCore));
