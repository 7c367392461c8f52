using StravaTools.Client.Uploads;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Core;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Core;

/// <summary>Single steps of a run that the worlds reach too rarely.</summary>
public class SyncMachineTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Permitted_read_waits_if_another_read_was_refused_meanwhile()
    {
        var ledger = new LedgerState();
        AddFile(ledger, 1, SyncFactKind.Sent, start: null);
        AddFile(ledger, 2, SyncFactKind.Sent, start: null);
        var machine = new SyncMachine(ledger, new SyncRules());
        Handle(machine, new SyncEvent.Started(Start, []));
        var first = Assert.Single(Handle(machine, new SyncEvent.Woke(Start.AddSeconds(10))).OfType<SyncEffect.Take>());
        var now = Start.AddSeconds(11);
        var effects = Handle(machine, new SyncEvent.Permitted(now, first.Ticket));
        Assert.Single(effects.OfType<SyncEffect.Send>());
        var second = Assert.Single(effects.OfType<SyncEffect.Take>());
        var until = Start.AddMinutes(15);
        Handle(machine, new SyncEvent.Answered(now, first.Ticket, new SyncAnswer.Failed(RequestFailure.Limited, Until: until)));

        Assert.Empty(Handle(machine, new SyncEvent.Permitted(now, second.Ticket)).OfType<SyncEffect.Send>());

        Assert.Equal(until, machine.NextWake);
        Assert.Single(Handle(machine, new SyncEvent.Woke(until)).OfType<SyncEffect.Take>());
    }

    /// <summary>It would wake repeatedly: a search that is due is not sent while a run stops.</summary>
    [Fact]
    public void Stopping_run_that_still_confirms_does_not_wake_for_a_search()
    {
        var ledger = new LedgerState();
        AddFile(ledger, 1, SyncFactKind.Sending, Start);
        AddFile(ledger, 2, SyncFactKind.Sent, start: null);
        var machine = new SyncMachine(ledger, new SyncRules());
        var now = Start;
        AnswerAll(machine, now, Handle(machine, new SyncEvent.Started(now, [])));
        for (var stop = Start.AddSeconds(55); machine.NextWake < stop;)
        {
            now = machine.NextWake.Value;
            AnswerAll(machine, now, Handle(machine, new SyncEvent.Woke(now)));
        }

        now = Start.AddSeconds(59);
        AnswerAll(machine, now, Handle(machine, new SyncEvent.StopRequested(now)));
        now = Start.AddSeconds(62);
        AnswerAll(machine, now, Handle(machine, new SyncEvent.Woke(now)));

        Assert.NotNull(machine.NextWake);
        Assert.True(machine.NextWake > now, $"It would wake at {machine.NextWake}, and it is {now}.");
    }

    /// <summary>
    /// A run that waited for a permit after its intent could be killed there. Then it would be unknown that the file was not sent.
    /// </summary>
    [Fact]
    public void Intent_follows_the_permit_and_precedes_the_request()
    {
        var ledger = new LedgerState();
        var machine = new SyncMachine(ledger, new SyncRules());
        var take = Assert.Single(Handle(machine, StartWith(ledger, 1)).OfType<SyncEffect.Take>());
        Assert.Equal(SyncState.Planned, ledger.Items.Values.Single().State);

        var intent = Assert.Single(Handle(machine, new SyncEvent.Permitted(Start, take.Ticket)).OfType<SyncEffect.Store>());
        Assert.Equal((SyncFactKind.Sending, true), (intent.Facts[0].Kind, intent.IsDurable));

        Assert.Single(Handle(machine, new SyncEvent.Stored(Start, intent.Ticket)).OfType<SyncEffect.Send>());
    }

    [Fact]
    public void Closed_window_leaves_no_intent()
    {
        var ledger = new LedgerState();
        var machine = new SyncMachine(ledger, new SyncRules());
        var take = Assert.Single(Handle(machine, StartWith(ledger, 1)).OfType<SyncEffect.Take>());
        var until = Start.AddMinutes(15);

        Assert.Empty(Handle(machine, new SyncEvent.Closed(Start, take.Ticket, until)).OfType<SyncEffect.Store>());

        Assert.Equal(SyncState.Planned, ledger.Items.Values.Single().State);
        Assert.Equal(until, machine.NextWake);
    }

    /// <summary>The list after the next window contains the uploads of both.</summary>
    [Theory]
    [InlineData(true, 15, 0)]
    [InlineData(true, 600, 1)]
    [InlineData(false, 15, 1)]
    public void Accepted_uploads_are_listed_after_the_next_window_if_lists_are_saved(bool saves, int minutes, int lists)
    {
        var ledger = new LedgerState();
        AddFile(ledger, 1, SyncFactKind.Sent, Start);
        AddFile(ledger, 2, SyncFactKind.Sent, Start);
        var machine = new SyncMachine(ledger, new SyncRules { SavesLists = saves });

        var (listedFirst, take) = PermitReads(machine, Start, Handle(machine, StartWith(ledger, 3)));
        var refused = Handle(machine, new SyncEvent.Closed(Start, take!.Ticket, Start.AddMinutes(minutes)));
        var (listedThen, _) = PermitReads(machine, Start, refused);

        Assert.Equal(lists, listedFirst + listedThen);
        Assert.Equal(0, ledger.Contradictions);
    }

    /// <summary>
    /// One list serves both, because each list costs a request of all athletes. After the grace time, it also shows that a file did not
    /// arrive.
    /// </summary>
    [Theory]
    [InlineData(true, 0, 1)]
    [InlineData(false, 2, 0)]
    public void Lost_file_is_searched_in_the_list_of_the_accepted_uploads_if_lists_are_saved(bool saves, int now, int afterGrace)
    {
        var ledger = new LedgerState();
        AddFile(ledger, 1, SyncFactKind.Sent, Start);
        AddFile(ledger, 2, SyncFactKind.Sent, Start);
        AddFile(ledger, 3, SyncFactKind.Sending, Start);
        var machine = new SyncMachine(ledger, new SyncRules { SavesLists = saves, LostGrace = TimeSpan.FromMinutes(30) });

        Assert.Equal(now, PermitReads(machine, Start, Handle(machine, new SyncEvent.Started(Start, []))).Reads);

        var graceEnd = Start.AddMinutes(10);
        Assert.Empty(Handle(machine, new SyncEvent.Woke(graceEnd.AddSeconds(-1))));
        Assert.Equal(afterGrace, Handle(machine, new SyncEvent.Woke(graceEnd)).OfType<SyncEffect.Take>().Count());
    }

    /// <summary>A list that lacks several accepted uploads is late, so a lost file may be missing for the same reason.</summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 1)]
    public void Lost_file_is_missing_only_in_a_list_that_contains_the_accepted_uploads(int late, int missing)
    {
        var ledger = new LedgerState();
        AddFile(ledger, 1, SyncFactKind.Sent, Start);
        AddFile(ledger, 2, SyncFactKind.Sent, Start);
        AddFile(ledger, 3, SyncFactKind.Sending, Start);
        var machine = new SyncMachine(ledger, new SyncRules { SavesLists = true, Looks = 1 });
        var take = Assert.Single(Handle(machine, new SyncEvent.Started(Start, [])).OfType<SyncEffect.Take>());
        Handle(machine, new SyncEvent.Permitted(Start, take.Ticket));
        var listed = Enumerable.Range(1, 2 - late).Select(number => Listed(number, Start)).Append(Listed(99, Start.AddDays(2)));

        var effects = Handle(machine, new SyncEvent.Answered(Start, take.Ticket, new SyncAnswer.Page([.. listed])));

        var facts = effects.OfType<SyncEffect.Store>().SelectMany(store => store.Facts);
        Assert.Equal(missing, facts.Count(fact => fact.Kind == SyncFactKind.Unsent));
    }

    /// <summary>While files of the athlete are sent, no list is requested for it: the list after that contains it.</summary>
    [Fact]
    public void Lost_file_is_searched_after_the_uploads_if_lists_are_saved()
    {
        var ledger = new LedgerState();
        AddFile(ledger, 1, SyncFactKind.Sending, Start);
        var machine = new SyncMachine(ledger, new SyncRules { SavesLists = true, LostGrace = TimeSpan.FromMinutes(30) });

        var take = Assert.Single(Handle(machine, StartWith(ledger, 2)).OfType<SyncEffect.Take>());

        Assert.Equal(RequestKind.Write, take.Kind);
        Handle(machine, new SyncEvent.Permitted(Start, take.Ticket));
        Handle(machine, new SyncEvent.Stored(Start, take.Ticket));
        Handle(machine, new SyncEvent.Answered(Start, take.Ticket, new SyncAnswer.Accepted(7)));
        Assert.Empty(Handle(machine, new SyncEvent.Woke(Start.AddMinutes(9))));
        Assert.Single(Handle(machine, new SyncEvent.Woke(Start.AddMinutes(10))).OfType<SyncEffect.Take>());
    }

    /// <summary>
    /// The permit of a request would expire while others are written down, and a run that is killed would leave intents that were not sent.
    /// </summary>
    [Fact]
    public void Next_upload_is_permitted_when_the_one_before_is_sent()
    {
        var ledger = new LedgerState();
        var (first, second) = (StartWith(ledger, 1), StartWith(ledger, 2));
        var machine = new SyncMachine(ledger, new SyncRules());
        var take = Assert.Single(
            Handle(machine, new SyncEvent.Started(Start, [.. first.Files, .. second.Files])).OfType<SyncEffect.Take>());
        Assert.Empty(Handle(machine, new SyncEvent.Permitted(Start, take.Ticket)).OfType<SyncEffect.Take>());

        var effects = Handle(machine, new SyncEvent.Stored(Start, take.Ticket));

        Assert.Equal([typeof(SyncEffect.Send), typeof(SyncEffect.Take)], effects.Select(effect => effect.GetType()));
    }

    /// <summary>Adds a planned file, and begins the run.</summary>
    private static SyncEvent.Started StartWith(LedgerState ledger, int number)
    {
        var key = KeyOf(number);
        var path = $"/rides/{number}.fit";
        Apply(ledger, new SyncFact(SyncFactKind.File, key) { Path = path, Size = 1, Start = Start });
        var file = new ScannedFile(path, SyncState.Planned) { Key = key, Start = Start, IsRemembered = true };
        return new SyncEvent.Started(Start, [file]);
    }

    /// <summary>Permits reads until no other request, or an upload, is asked for.</summary>
    private static (int Reads, SyncEffect.Take? Last) PermitReads(
        SyncMachine machine, DateTimeOffset now, IReadOnlyList<SyncEffect> effects)
    {
        for (var reads = 0; ; reads++)
        {
            var take = effects.OfType<SyncEffect.Take>().SingleOrDefault();
            if (take is not { Kind: RequestKind.Read })
            {
                return (reads, take);
            }

            effects = Handle(machine, new SyncEvent.Permitted(now, take.Ticket));
        }
    }

    /// <summary>Answers requests: uploads are still being processed, and lists are empty.</summary>
    private static void AnswerAll(SyncMachine machine, DateTimeOffset now, IReadOnlyList<SyncEffect> effects)
    {
        foreach (var take in effects.OfType<SyncEffect.Take>())
        {
            foreach (var send in Handle(machine, new SyncEvent.Permitted(now, take.Ticket)).OfType<SyncEffect.Send>())
            {
                SyncAnswer answer = send.Request is SyncRequest.ListPage
                    ? new SyncAnswer.Page([])
                    : new SyncAnswer.Status(UploadOutcome.Pending, null, null, false);
                AnswerAll(machine, now, Handle(machine, new SyncEvent.Answered(now, send.Ticket, answer)));
            }
        }
    }

    /// <summary>Adds a file whose upload was begun or accepted by an earlier run.</summary>
    private static void AddFile(LedgerState ledger, int number, SyncFactKind state, DateTimeOffset? start)
    {
        var key = KeyOf(number);
        Apply(ledger, new SyncFact(SyncFactKind.File, key) { Path = $"/rides/{number}.fit", Size = 1, Start = start });
        Apply(ledger, new SyncFact(SyncFactKind.Sending, key));
        if (state == SyncFactKind.Sent)
        {
            Apply(ledger, new SyncFact(SyncFactKind.Sent, key) { UploadId = number });
        }

        Assert.Equal(0, ledger.Contradictions);
    }

    /// <summary>Its first digits differ: external IDs contain only some of them.</summary>
    private static ContentKey KeyOf(int number) => new((UInt128)number << 120);

    private static ListedActivity Listed(int number, DateTimeOffset start) => new(number, null, KeyOf(number).Prefix, start, null, 0);

    private static void Apply(LedgerState ledger, SyncFact fact) => ledger.ApplyFact(fact with { Time = Start.AddMinutes(-20) });

    private static IReadOnlyList<SyncEffect> Handle(SyncMachine machine, SyncEvent happened) => machine.Handle(happened);
}
