"""Chat's own words and their usual mood: what tweets of 2009 and comments on Reddit rarely hold.

Written for this project. Each name stands for itself, as it is typed in a chat; emotes are also
met as custom emoji (":pog:"). What goes either way (Kappa, "ez") has a mood between.
"""

from __future__ import annotations

from typing import Final

# (negative, neutral, positive) of a group of phrases.
Mood = tuple[float, float, float]

GOOD: Final[Mood] = (0.03, 0.12, 0.85)
RATHER_GOOD: Final[Mood] = (0.1, 0.35, 0.55)
FLAT: Final[Mood] = (0.08, 0.84, 0.08)
MIXED: Final[Mood] = (0.3, 0.4, 0.3)
RATHER_BAD: Final[Mood] = (0.55, 0.35, 0.1)
BAD: Final[Mood] = (0.85, 0.12, 0.03)

EMOTES: Final[dict[Mood, str]] = {
    GOOD: """
        PogChamp Pog PogU POGGERS Poggies PogBones FeelsGoodMan FeelsAmazingMan HYPERS SeemsGood
        Kreygasm VoHiYo HeyGuys bleedPurple TwitchUnity KappaPride PogSlide catJAM pepeJAM
        peepoHappy widepeepoHappy peepoClap peepoLove peepoHug PepePls pepeD AYAYA ratJAM EZClap
        Clap PepeClap BlessRNG GivePLZ TakeNRG PartyTime FortOne CurseLit PraiseIt bongoTap
        blobdance blobheart blobhappy partyparrot pepelove pepeheart pepehype pepehappy poggers
        catlove cathappy HolidayCookie LuvHearts LuvSign VirtualHug Drake SabaPing FeelsStrongMan
        peepoCheer peepoComfy peepoDJ vibe pepeOK okayge Okayge happE blobcheer catblush
        PogTasty Poggers POGGIES Pogey HYPERCLAP FeelsOkayMan FeelsLateMan
        widepeepoHappyRightHeart peepoBlush peepoShy EZ EZY gigachad GIGACHAD Gladge
        gladge HYPERYump peepoHey peepoPog pogu COGGERS
        StinkyCheese PorscheWIN PopCorn CorgiDerp FrankerZ OhMyDog RaccAttack CarlSmile
        GoatEmotey SingsNote SingsMic DxCat TehePelo
    """,
    RATHER_GOOD: """
        4Head LUL LULW OMEGALUL KEKW KEK lulw icant ICANT kekw lul CoolCat DatSheffy TriHard
        pepeLaugh PepeLaugh 5Head OpieOP GachiBASS gachiGASM peepoGiggles SoBayed
        LMAO OMEGADANCE KEKL KEKLEO LUWL LuL xdd xdding Kekg pepePoint
        HAH TPFufun NiceTry KomodoHype
    """,
    FLAT: """
        monkaHmm PauseChamp peepoLeave HmmThink Thonk thonk thinking 3Head BrokeBack peepoThink
        NODDERS hmmge Waiting Bedge OSFrog
        Shrug shruge Shruge PogFish peepoTalk WICKED BigBrother
        OneHand TheIlluminati OptimizePrime modCheck PepoThink Hmm Hmmge DinoDance
        StoneLightning TwitchRPG
    """,
    MIXED: "Kappa Keepo Jebaited Kapp YEP NOPERS forsenCD peepoArrive Clueless Susge",
    RATHER_BAD: """
        monkaS monkaW monkaGIGA monkaEyes Pepega pepega cmonBruh Copium COPIUM Copege copium
        UnSane FeelsWeirdMan feelsweird ANELE PunOko yikes
        monkaX monkaSTEER monkaOMEGA monkaTOS Concerned Aware Awkward awkward dansgame
        WaitWhat HUHH HUH Dentge PoroSad UWot FUNgineer riPepperonis
    """,
    BAD: """
        FeelsBadMan BibleThump PepeHands pepehands peepoSad pepesad Sadge sadge NotLikeThis
        ResidentSleeper DansGame WutFace FailFish BabyRage SwiftRage PJSalt SMOrc rage WeirdChamp
        haHAA Madge madge peepoMad pepeRage pepeCry peepoCry sadcat catcry blobsad blobcry
        pepecringe Stare ragey NaM pepeW Smadge AngryJoe TearGlove Pain crycat
        SadgeCry Sadding sadE PepeSadge peepoSadDank BibleThumpy Despair despair despairge
        Deadge WHYY FeelsDankSad NOOO Nooo NOOOO yikers HYPERDANSGAME PUKERS
        LLLL Loser BORING Boring
        DIESOFCRINGE DiesOfCringe MALDING Malding UltraMad PANIC SCAMMED SCAM
        pepeMeltdown peepoRiot
    """,
}

EMOJI: Final[dict[Mood, str]] = {
    GOOD: """
        😀 😃 😄 😁 😊 😍 🥰 😘 😻 🤗 🤩 🥳 😇 😋 😎 😌 🙌 👏 👍 💪 🎉 🎊 ✨ 🌟 ⭐ 💯 🔥 🏆 🥇
        ❤ ♥ 💕 💖 💗 💓 💞 💘 💝 💙 💚 💛 🧡 💜 🖤 🤍 🌈 🌹 💐 🌸 🎂 🥂 🤝
        👌 🫶 🙏 😺 😸 🤙 ✌ 🍾 ☺ 😆 💃 🕺 🐐 👑 🚀 🥹
    """,
    RATHER_GOOD: "😂 🤣 😅 😉 😜 😝 😛 🤪 😏 🙂 🎮 🎵 🎶 😹 🤭 🐶 🐱 ☀ 👋",
    FLAT: "🤔 👀 🧐 😐 🙃 📢 📅 📌 ➡ ⬇ ✅ 🔗 📺 🎥 ⚽ 🏀",
    RATHER_BAD: "😬 😳 😶 😑 🙄 🤨 🥴 😒 😕 🙁 😟 😪 😥 😓 🤡 💀 🥲 🤷 🤦",
    BAD: "😢 😭 😞 😔 😠 😡 🤬 😤 😩 😫 😣 😖 😨 😰 😱 🤮 🤢 💔 👎 🖕 ☹ 😿 🤕 🤒 💩 😾 🥺",
}

EMOTICONS: Final[dict[Mood, str]] = {
    GOOD: r":) :D ^_^ <3 \o/ :* :')",
    RATHER_GOOD: ";) :p ;p xD :3 >:)",
    FLAT: ":| o_o :o",
    RATHER_BAD: ":/ -_- D: >_< :s",
    BAD: ":( :'( ;( >:( T_T ;_; </3",
}

# Whole messages and parts of them, divided by commas.
SAYINGS: Final[dict[Mood, str]] = {
    GOOD: """
        gg, ggs, ggwp, gg wp, wp, well played, good game, gj, good job, nice job, nice one, nice,
        nicee, noice, n1, ns, nice shot, glhf, gl hf, good luck have fun, ty, tysm, tyvm, thx,
        thank you, thanks, ilysm, ily, pog, poggers, pogchamp, pog champ, lets go, let's goo,
        let's gooo, lfg, lets fucking go, letsgooo, w, big w, huge w, massive w, dub, goated,
        the goat, insane play, sick play, what a play, clean, so clean, cracked, you're cracked,
        he is cracked, clutch, what a clutch, huge, hype, hyped, i'm so hyped, lit, fire,
        this slaps, slaps, a banger, what a banger, bussin, based, wholesome, so wholesome, cute,
        so cute, adorable, ez clap, we won, we take those, carried by you, gg ez win for us,
        love the stream, great stream, best streamer, congrats, congratz, grats, gz, happy for you,
        you got this, proud of you, welcome back, no problem, np, no worries, anytime, yay, woo,
        woohoo, yesss, finally, worth it, beautiful, gorgeous, amazing, legend, what a legend,
        king, queen, slay, respect, good stuff, looks great, looking forward to it, can't wait,
        not bad, not bad at all, no complaints, can't complain, never been better, that was close
        but we made it, props, clap, first try, flawless, mvp, god tier, chef's kiss, underrated,
        carry me please you are so good, gg everyone, well done, goat, so good, sheesh, my beloved,
        yeet, stonks, w chat, w streamer, w take, w rizz, rizz, let him cook, he cooked, he
        is cooking, we are so back, we're so back, hits different, understood the
        assignment, rent free lol, drip, sick drip, fresh, snatched, ate that, you ate, she
        ate, iconic, stan, we stan, stanning, uwu, uwu cute, owo, :3, blessed, happy cake
        day, hbd, happy bday, happy birthday, gratz on the rank, poggies, pogging, pog play,
        gigachad, chad move, absolute unit, absolute legend, hard carry, you carried, nice
        carry, ace, team ace, pentakill, penta, triple kill, headshot, nice clip, clip it,
        clip that, so hype, hype train, raid hype, love you chat, love this chat, love u
        guys, ily all, much love, stay safe, take care, proud of u, keep it up, good vibes,
        positive vibes, big fan, huge fan, my favorite streamer, fav, my fav, best day ever,
        so happy, happy tears, blessed day, glad you made it, glad to hear, so glad, thank
        u, ty so much, thanks a lot, many thanks, appreciate it, much appreciated,
        appreciate you, this made my day, made my day, you're the best, ur the best, you are
        the best, so proud, brilliant, stunning, masterpiece, a work of art, smooth, buttery
        smooth, satisfying, so satisfying, so relaxing, cozy, comfy, so comfy, yummy,
        delicious, tasty, 10/10, 11/10, pure joy, love it, loved it, love
        this, loving this, i love it, super fun, so fun, that was fun, a blast, had a blast,
        i'm hyped, can't stop smiling, cracked aim, aim god, goated with the sauce, built
        different
    """,
    RATHER_GOOD: """
        nt, nice try, lol, lmao, lmfao, rofl, haha, hahaha, xd, xdd, gl, good luck, hf, have fun,
        hi, hello, hey, hi chat, hello chat, hey everyone, good morning, gm, welcome, wb, sup,
        ok cool, cool, sounds good, fair enough, kk nice, ez, that's funny, i'm dead lol,
        im crying lmao,
        sksksk, thicc, lmaoo, lmaooo, lolol, loool, lul, kekw, hehe, hehehe, heh, teehee,
        jaja lol, xddd, haha nice, lol same, bet, say less, deadass funny, monke, return to
        monke, sussy lol, amogus, gn, good night, gn chat, gn all, have a good one, see ya,
        cya, cu, later gators, hiii, hii, heyy, heyo, yo, yoo, o/, wave, sheeesh, dayum,
        dang nice, no cap fr, ayy, ayyy, ayo
    """,
    FLAT: """
        brb, bbl, afk, afk 5 min, back, gtg, g2g, omw, idk, dunno, tbh, imo, ok, okay, k, kk, yes,
        no, maybe, same, what, who, when, where, how, huh, hm, hmm, any1 on, anyone on, who's on,
        anyone up for a game, lfm, lfg 2 more, need one more, queue up, in queue, what rank are you,
        what time, what time is it, is he live, is it live, when is the next stream, what song,
        song name, song?, what game is this, what server, which patch, patch notes are out, link?,
        check the pinned message, read the rules, see dms, dm me, check dm, ping me, one sec, 1 sec,
        hold on, wait, i'm in the call, join vc, joining now, mid, i go top, go b, push mid, he's
        b site, two left, one left, rotate, drop me an ak, need heals, reset, next round, 5v4,
        i'm downloading it, restarting, on my phone, at work rn, just woke up, i guess, both,
        either one, depends, not sure, never mind, nvm, testing 1 2,
        wdym, wya, wyd, hbu, wbu, wdyt, idc, idgaf which, ikr, iirc, afaik, fwiw, ngl, istg,
        ong, fr, fr fr, deadass, periodt, lowkey, highkey, no cap, cap, finna, tryna, lmk,
        hmu, smth, sth, tmr, tmrw, rn, atm, asap, irl, til, eli5, tldr, tl dr, ftfy, icymi,
        imho, jk, btw, fyi, eta, diy, ootd, aka, vs, bc, cuz, coz, tho, thru, pls, plz, ppl,
        gonna, wanna, gotta, kinda, sorta, dunno yet, yall, y'all, dm, dms, pm, gc, vc, pfp,
        oc, mods, mod, nitro, server boost, ping, pinged, emote, emotes, sub, subs, subbed,
        gifted sub, vod, vods, clip, clips, streamer, irl stream, just chatting, speedrun,
        any%, wr pace, pb, patch, meta, build, loadout, drop rate, respawn, spawn, lobby,
        matchmaking, queue, duo, squads, solo q, ranked, casuals, customs, scrims, bo3, bo5,
        main tank, support main, jungle, mid lane, bot lane, top lane, adc, healer, dps,
        tank, mage, rogue, npc, lore, sequel, dlc, seed, mods list, modpack, gpu, cpu, ram,
        fps, hz, ms, ping is 40, 1440p, 4k, discord, twitch, youtube, tiktok, insta, steam,
        epic, psn, xbox, switch, skibidi, gyat, sigma, ohio, sussy, mewing, aura, lore
        drop, npc behavior, main character, pov, core memory
    """,
    RATHER_BAD: """
        rip, f, oof, bruh, yikes, cringe, kinda mid, mid tbh, meh, unlucky, unlucko, sus, cope,
        skill issue, salty, so salty, sadge, sigh, welp, ugh, ff, gg go next, go next, lagging,
        i'm lagging, lag, nerf this, pls nerf, scripted, rigged, no shot, ratio, l, smh, tilted,
        oh no, not again, whatever, wtf, tf, sweaty lobby,
        delulu, ick, the ick, simp, simping, touch grass, hot take, bad take, l take, cope
        harder, seethe, malding, mald, glazing, cooked, we're cooked, i'm cooked, it's so
        over, its over, it's joever, joever, washed, washed up, fell off, he fell off,
        cringe af, bruhh, bruh moment, big oof, rip bozo, down bad, so much salt, gg i
        guess, why tho, are you serious, seriously?, really?, come on, oh come on, not this
        again, here we go again, of course, lost lol, choke, he choked, choked, what a
        choke, whiff, whiffed, throw, throwing, yawn, snooze, zzz, meh tbh, idgaf, ew, eww,
        eek, uh oh, my bad, mb, sry, sorry, im sorry, ouch, dang, darn, damn, dammit, crap,
        welp rip
    """,
    BAD: """
        big l, huge l, massive l, what an l, take the l, ez noob, ez noobs, gg ez trash, noob,
        noobs, noob team, trash, trash team, you're trash, garbage, this team is garbage,
        you're a bot, you suck, u suck, report him, report mid, report this guy, reported, feeder,
        stop feeding, stop inting, inting, he's inting, troll, he's trolling, griefing, cheater,
        hacker, he's cheating, aimbot, uninstall, uninstall the game, delete the game, useless,
        useless team, worst team ever, dogwater, you are dogwater, braindead, clown,
        team diff, jungle diff, support diff, ff15, ff 15, surrender, so toxic, toxic, stfu,
        shut up, kys, kill yourself, go die, get lost, idiot, idiots, moron, stupid, loser,
        pathetic, disgusting, i hate this game, i hate this map, this game sucks, this is so bad,
        so boring, boring, unwatchable, unplayable, dead game, scam, p2w trash, pay to win, refund,
        i'm so mad, i'm tilted, i quit, i'm done with this, i'm so done, not fun,
        this isn't fun, no fun, no skill, ruined, you ruined it, thanks for nothing, what a waste,
        waste of time,
        disappointed, feelsbad, feels bad, feels bad man, pain, so sad, i'm crying, i want to cry,
        nobody cares, i can't take it anymore, worst day ever, terrible, horrible, awful, annoying,
        so annoying, banned for nothing, server is down again, lost again, we lost, so unlucky,
        crashed again, keeps crashing, it won't load again, ping is awful, hardstuck, silver trash,
        rekt, get rekt, owned noob, ez clap noobs, thrower, stop throwing, he's throwing,
        smurf, smurfs ruin it, camper, camping trash, spawn camper, wallhack, wallhacks,
        walling, hacks, hacking, scripter, lagswitch, ragequit, rage quit, quitter, leaver,
        afk noob, afk again noob, mute him, muted, go cry, cry more, cry about it, stay mad,
        l bozo, l + ratio, ratio + l, no one asked, nobody asked, who asked, fuck off, fuck
        you, fuck this, fuck this game, fucking noob, fucking trash, fucking idiots, piece
        of shit, pos, bullshit, bs, this is bs, what bs, such bs, shit game, shitty team,
        shit team, dogshit, dog shit team, ass, this is ass, so ass, hot garbage, dumpster
        fire, trainwreck, train wreck, braindead team, brain dead, no brain, dumb, so dumb,
        dumbass, dumb af, stupid af, imbecile, muppet, donkey, cancer, cancer team, aids
        game, tilting, so tilting, infuriating, unbearable, insufferable, gross, nasty,
        vile, creep, creepy, fake, liar, lies, scammer, scammed, robbed, we got robbed,
        rigged game, pay2win, cash grab, money grab, greedy devs, devs don't care, dead
        server, dead chat, so laggy, lag spikes, stutters, disconnected again, dc'd again,
        dced, kicked for no reason, heartbroken, heartbreaking, devastated, depressed, so
        depressed, lonely, so lonely, anxious, exhausted, so tired of this, burned out, sick
        of this, sick of it, fed up, had enough, can't stand this, hate it, hated it, hate
        this, i hate it, i hate you, hate u, worst game, worst team, worst stream, worst
        patch, overrated, letdown, what a letdown, such a letdown, miserable, painful to
        watch, hopeless, regret buying, want my money back, rip my rank, deranked, demoted
        again, throw this game out, griefer, grief
    """,
}


def listed(groups: dict[Mood, str], divider: str | None = None) -> list[tuple[str, Mood]]:
    """Each phrase of `groups` with its mood."""
    return [
        (" ".join(phrase.split()), mood)
        for mood, phrases in groups.items()
        for phrase in phrases.split(divider)
        if phrase.strip()
    ]
