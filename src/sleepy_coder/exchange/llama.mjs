// Greedy tokens from a real llama.cpp, through the npm package node-llama-cpp.
//
//   node llama.mjs PACKAGE REQUEST.json > ANSWER.json
//
// REQUEST: {"model": FILE, "lora": FILE or null, "most": N, "end": ID, "prompts": [{"text": TEXT, "ids": [ID, ...]}]}
// ANSWER:  {"release": TEXT, "template": TEXT, "end": ID, "answers": [{"ids": [ID, ...], "tokens": [ID, ...]}]}
//          with "ids" llama.cpp's own tokens of "text" and "tokens" what it answers to the ids given
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, request] = process.argv.slice(2);
const { getLlama } = await import(pathToFileURL(path.join(folder, "dist", "index.js")));
const wanted = JSON.parse(fs.readFileSync(request, "utf8"));
const llama = await getLlama({ gpu: false, build: "never", usePrebuiltBinaries: true, progressLogs: false, logLevel: "error" });
const model = await llama.loadModel({ modelPath: wanted.model, gpuLayers: 0 });
const longest = Math.max(...wanted.prompts.map((prompt) => prompt.ids.length)) + wanted.most + 8;
const lora = wanted.lora ? { adapters: [{ filePath: wanted.lora, scale: 1 }] } : undefined;
const context = await model.createContext({ contextSize: longest, lora, flashAttention: false, threads: 1 });
const sequence = context.getSequence();
const answers = [];
for (const prompt of wanted.prompts) {
    await sequence.clearHistory();
    const tokens = [];
    for await (const token of sequence.evaluate(prompt.ids, { temperature: 0, yieldEogToken: true })) {
        tokens.push(token);
        if (token === wanted.end || tokens.length === wanted.most) break;
    }
    answers.push({ ids: [...model.tokenize(prompt.text, true)], tokens });
}
const metadata = model.fileInfo.metadata.tokenizer;
process.stdout.write(JSON.stringify({
    release: llama.llamaCppRelease?.release ?? "unknown",
    template: metadata.chat_template,
    end: model.tokens.eos,
    answers
}));
await llama.dispose();
