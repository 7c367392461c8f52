using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Ledger;

public class LedgerWriterTests
{
    private static readonly List<SyncFact> Facts = RandomFacts.Create(seed: 11, 40);

    [Fact]
    public void Durable_facts_are_synced_and_others_are_not()
    {
        var (file, writer) = Create();
        writer.Append([Facts[20]], isDurable: false);
        Assert.Equal(0, file.Syncs);
        writer.Append([Facts[21]], isDurable: true);
        Assert.Equal(1, file.Syncs);
        Ledgers.AssertSame(Ledgers.Fold(Facts.Take(22)), LedgerContent.ReadLedger("ledger", file.ReadAll()).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Disk_that_fills_up_at_any_byte_leaves_only_complete_facts(bool failsToTruncate)
    {
        var before = Ledgers.ToBytes(Facts[..20]).Length;
        var after = Ledgers.ToBytes(Facts[..21]).Length;
        for (var capacity = before; capacity < after; capacity++)
        {
            var (file, writer) = Create();
            (file.Capacity, file.FailsToTruncate) = (capacity, failsToTruncate);
            Assert.Equal(SyncErrors.LedgerNotUsable, Assert.Throws<ApiException>(() => writer.Append([Facts[20]], isDurable: true)).Error);
            Ledgers.AssertSame(Ledgers.Fold(Facts.Take(20)), LedgerContent.ReadLedger("ledger", file.ReadAll()).State);
            if (!failsToTruncate)
            {
                Assert.Equal(before, file.Length);
            }
        }
    }

    [Fact]
    public void Nothing_is_written_after_a_failure()
    {
        var (file, writer) = Create();
        file.FailsToSync = true;
        Assert.Throws<ApiException>(() => writer.Append([Facts[20]], isDurable: true));
        file.FailsToSync = false;
        var bytes = file.ReadAll();
        Assert.Equal(SyncErrors.LedgerNotUsable, Assert.Throws<ApiException>(() => writer.Append([Facts[21]], isDurable: true)).Error);
        Assert.Equal(bytes, file.ReadAll());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void Ledger_that_was_replaced_during_the_run_stops_it(long length)
    {
        var (file, writer) = Create();
        file.ReportedLength = length;
        Assert.Equal(SyncErrors.LedgerReplaced, Assert.Throws<ApiException>(() => writer.Append([Facts[20]], isDurable: true)).Error);
    }

    private static (FailingLedgerFile File, LedgerWriter Writer) Create()
    {
        var bytes = Ledgers.ToBytes(Facts[..20]);
        var file = new FailingLedgerFile(bytes);
        return (file, new LedgerWriter(file, bytes.Length, 21));
    }
}
