using System.Text;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Ledger;

public class LedgerContentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Facts_survive_writing_and_reading(int seed)
    {
        var facts = RandomFacts.Create(seed, 300);
        var content = LedgerContent.ReadLedger("ledger", Ledgers.ToBytes(facts));
        Assert.Equal(Ledgers.Header, content.Header);
        Assert.Equal(0, content.State.Contradictions);
        Ledgers.AssertSame(Ledgers.Fold(facts), content.State);
    }

    [Fact]
    public void Every_prefix_has_the_facts_of_its_complete_lines()
    {
        var facts = RandomFacts.Create(seed: 4, 30);
        var bytes = Ledgers.ToBytes(facts);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var content = LedgerContent.ReadLedger("ledger", bytes.AsSpan(0, length));
            var lines = bytes.AsSpan(0, length).Count((byte)'\n');
            Assert.Equal(lines, content.Lines);
            Ledgers.AssertSame(Ledgers.Fold(facts.Take(Math.Max(0, lines - 1))), content.State);
        }
    }

    [Fact]
    public void Every_flipped_byte_is_detected()
    {
        var facts = RandomFacts.Create(seed: 5, 12);
        var bytes = Ledgers.ToBytes(facts);
        var lastLine = bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (var position = 0; position < bytes.Length; position++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = bytes.ToArray();
                damaged[position] ^= (byte)(1 << bit);
                AssertNoticed(damaged, position >= lastLine - 1, lastLine, facts);
            }
        }
    }

    [Fact]
    public void Zeros_at_the_end_are_cut_off()
    {
        var facts = RandomFacts.Create(seed: 6, 20);
        byte[] bytes = [.. Ledgers.ToBytes(facts), .. new byte[4096]];
        Assert.Equal(bytes.Length - 4096, LedgerContent.ReadLedger("ledger", bytes).Length);
    }

    [Fact]
    public void Missing_line_is_damage()
    {
        var lines = Encoding.UTF8.GetString(Ledgers.ToBytes(RandomFacts.Create(seed: 7, 20))).Split('\n').ToList();
        lines.RemoveAt(9);
        var error = Assert.Throws<ApiException>(() => LedgerContent.ReadLedger("ledger", Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        Assert.Equal(SyncErrors.LedgerDamaged, error.Error);
        Assert.Contains("line 10", error.Message);
    }

    [Fact]
    public void Newer_version_is_refused()
    {
        var bytes = Ledgers.ToBytes([], Ledgers.Header with { Version = 2 });
        Assert.Equal(SyncErrors.LedgerTooNew, Assert.Throws<ApiException>(() => LedgerContent.ReadLedger("ledger", bytes)).Error);
    }

    [Fact]
    public void Unknown_kinds_are_kept_by_a_new_generation()
    {
        const string Line = """{"n":1,"t":"2026-11-25T06:00:00Z","e":"kudos","k":"x","who":7,"c":"00000000"}""";
        var later = new SyncFact(SyncFactKind.Other) { Raw = Line };
        var content = LedgerContent.ReadLedger("ledger", Ledgers.ToBytes([later]));
        var again = LedgerContent.ReadLedger("ledger", Ledgers.ToBytes([.. LedgerSnapshot.FactsOf(content.State)]));
        var kept = Assert.Single(again.State.Others);
        Assert.Contains("\"who\":7", kept.Raw);
    }

    [Fact]
    public void New_generation_has_the_same_state()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var state = Ledgers.Fold(RandomFacts.Create(seed, 120));
            var again = LedgerContent.ReadLedger("ledger", Ledgers.ToBytes([.. LedgerSnapshot.FactsOf(state)]));
            Assert.Equal(0, again.State.Contradictions);
            Ledgers.AssertSame(state, again.State);
        }
    }

    /// <summary>Damage at the end is cut off; damage inside stops the run.</summary>
    private static void AssertNoticed(byte[] damaged, bool isAtEnd, int lastLine, List<SyncFact> facts)
    {
        try
        {
            var content = LedgerContent.ReadLedger("ledger", damaged);
            Assert.True(isAtEnd, $"Damage inside was not noticed: {System.Text.Encoding.UTF8.GetString(damaged)}");
            Assert.True(content.Length <= lastLine);
            Ledgers.AssertSame(Ledgers.Fold(facts.Take((int)content.Lines - 1)), content.State);
        }
        catch (ApiException e)
        {
            Assert.Equal(SyncErrors.LedgerDamaged, e.Error);
        }
    }
}
