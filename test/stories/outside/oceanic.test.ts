import { describe } from 'vitest';
import { oceanic } from './oceanic.ts';
import { tellStory } from './story.ts';

describe('a bot written with oceanic.js', () => tellStory(oceanic));
