using StravaTools.Activities.Formats.Tcx.Rules;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>Reads each activity, and each course, of a TCX file into an activity of its own.</summary>
internal sealed class TcxReader(FindingCollector findings) : XmlActivityReader(XmlRules.Tcx, TcxNames.Vocabulary, findings)
{
    private readonly List<Activity> _activities = [];
    private readonly TcxFacts _facts = new();
    private TcxActivity? _current;
    private bool _isInPoint;

    protected override IReadOnlyList<Activity> BuildActivities()
    {
        // A truncated file has an unfinished activity.
        EndActivity();
        TcxRules.CheckFacts(_facts, Findings);
        TcxExtensionRules.CheckFacts(_facts, Findings);
        return _activities;
    }

    private TcxElement ParentElement => (TcxElement)ParentKind;

    protected override void StartElement(XmlName name)
    {
        switch ((TcxElement)name.Kind)
        {
            case TcxElement.Root:
                _facts.Root = Location;
                _facts.Namespace = Namespace();
                break;
            case TcxElement.Activity or TcxElement.Course when _current is null:
                _current = new TcxActivity { Sport = Attribute(TcxNames.Sport), Location = Location };
                break;
            case TcxElement.Lap when _current is not null:
                _current.BeginLap(TimeAttribute(TcxNames.StartTime, XmlRules.TcxLapStart), Location);
                CheckAttributes(name.Local);
                break;
            case TcxElement.Trackpoint when _current is not null:
                _isInPoint = true;
                _current.BeginPoint(Location);
                CheckAttributes(name.Local);
                break;
            default:
                if (_isInPoint || ParentElement == TcxElement.Lap)
                {
                    CheckAttributes(name.Local);
                }
                else if (name.Spelling is not null && _current is not null && !IsWithin((int)TcxElement.Extensions))
                {
                    Count(_facts.Misspelled, name.Local);
                }

                break;
        }
    }

    protected override void EndElement(XmlName name, ReadOnlySpan<byte> text)
    {
        if (_current is null)
        {
            return;
        }

        if (_isInPoint)
        {
            EndInPoint(_current, (TcxElement)name.Kind, name.Local, text);
        }
        else
        {
            EndInActivity(_current, name, text);
        }
    }

    private void CheckAttributes(string name) =>
        CheckAttributes(_facts.InAttributes, name, TcxExtensionRules.NamesOfValues, TcxNames.Attributes);

    private void EndInActivity(TcxActivity activity, XmlName element, ReadOnlySpan<byte> text)
    {
        var name = element.Local;
        switch (ParentElement, (TcxElement)element.Kind)
        {
            case (_, TcxElement.Activity):
                _facts.AddActivity(activity);
                EndActivity();
                break;
            case (_, TcxElement.Course):
                EndActivity();
                break;
            case (TcxElement.Lap, TcxElement.TotalTimeSeconds):
                activity.LapSeconds = ReadTotal(name, text, TcxActivity.MaxLapSeconds);
                break;
            case (TcxElement.Lap, TcxElement.DistanceMeters):
                activity.LapDistance = ReadTotal(name, text, TcxActivity.MaxLapDistance);
                break;
            case (TcxElement.Lap, TcxElement.Calories):
                activity.LapCalories = ReadTotal(name, text, TcxActivity.MaxLapCalories);
                break;
            case (_, TcxElement.Lap):
                activity.EndLap();
                break;
            case (TcxElement.Creator, TcxElement.Name):
                activity.Creator = Trimmed(text);
                break;
            case (TcxElement.Course or TcxElement.Activity, TcxElement.Name):
                activity.Name = Trimmed(text);
                break;
            case (TcxElement.Activity, TcxElement.Notes):
                activity.Notes = Trimmed(text);
                break;
            case (TcxElement.Extensions, _)
                when Ancestor(2) is { Kind: (int)TcxElement.Activity } && Trimmed(text) is { Length: > 0 } value:
                activity.CustomFields[name] = value;
                break;
            case (TcxElement.Lap, _) when TcxNames.NumbersOfLap.Contains(name):
                AddUnread(_facts.InLaps, name, text);
                break;
            case (_, TcxElement.Value) when Ancestor(2) is { Kind: (int)TcxElement.Lap } && TcxNames.NumbersOfLap.Contains(Parent):
                AddUnread(_facts.Wrapped, Parent, text);
                break;
        }
    }

    /// <summary>A total of a lap. A negative or absurdly large one is a finding, and counts as missing.</summary>
    private double? ReadTotal(string name, ReadOnlySpan<byte> text, double largest)
    {
        AddUnreadAttribute(_facts.InAttributes, text);
        var total = Number(name, text);
        if (total >= 0 && total <= largest)
        {
            return total;
        }

        if (total is not null)
        {
            AddUnread(_facts.ImpossibleTotals, name, text);
        }

        return null;
    }

    private void EndInPoint(TcxActivity activity, TcxElement kind, string name, ReadOnlySpan<byte> text)
    {
        AddUnreadAttribute(_facts.InAttributes, text);
        switch (kind)
        {
            case TcxElement.Trackpoint:
                _isInPoint = false;
                break;
            case TcxElement.Time when ReadTime(name, text) is { } time:
                activity.Streams.SetTime(time);
                break;
            case TcxElement.LatitudeDegrees:
                if (ParentElement != TcxElement.Position)
                {
                    AddUnread(_facts.OutsidePositions, Parent, text);
                }

                activity.Latitude = Coordinate(name, text);
                break;
            case TcxElement.LongitudeDegrees:
                activity.Longitude = Coordinate(name, text);
                break;
            case TcxElement.Position when Position(activity.Latitude, activity.Longitude) is { } position:
                activity.Streams.SetPosition(position.Latitude, position.Longitude);
                break;
            case TcxElement.Position when activity.Latitude is null != activity.Longitude is null:
                Count(_facts.IncompletePositions, name);
                break;
            case TcxElement.AltitudeMeters when Number(name, text) is { } meters:
                activity.Streams.SetAltitude(meters);
                break;
            case TcxElement.DistanceMeters when Number(name, text) is { } meters:
                activity.Streams.SetDistance(meters);
                break;
            case TcxElement.Value when ParentElement == TcxElement.HeartRateBpm && Number(name, text) is { } beats:
                activity.Streams.SetHeartRate(beats);
                break;
            case TcxElement.Cadence when Number(name, text) is { } revolutions:
                activity.Streams.SetCadence(revolutions);
                break;
            case TcxElement.RunCadence when Number(name, text) is { } revolutions:
                CheckPlace(name, text);
                activity.Streams.SetCadence(revolutions);
                break;
            case TcxElement.Watts when Number(name, text) is { } watts:
                CheckPlace(name, text);
                activity.Streams.SetPower(watts);
                break;
            case TcxElement.Speed when Number(name, text) is { } speed:
                CheckPlace(name, text);
                activity.Streams.SetSpeed(speed);
                break;
            default:
                if (!text.IsEmpty)
                {
                    EndOtherInPoint(activity, name, text);
                }

                break;
        }
    }

    /// <summary>Reports a value that is directly in the trackpoint, and not in its extensions as documented.</summary>
    private void CheckPlace(string name, ReadOnlySpan<byte> text)
    {
        if (ParentElement == TcxElement.Trackpoint)
        {
            AddUnread(_facts.OutsideExtensions, name, text);
        }
    }

    /// <summary>An element whose name is not read as written, but possibly in another case, or a value that cannot be read.</summary>
    private void EndOtherInPoint(TcxActivity activity, string name, ReadOnlySpan<byte> text)
    {
        if (name == TcxNames.Value && TcxNames.Numbers.Contains(Parent))
        {
            AddUnread(_facts.Wrapped, Parent, text);
        }
        else if (IsWithin((int)TcxElement.Extensions))
        {
            if (TcxNames.ReadInExtensions.TryGetValue(name, out var known) && known != name)
            {
                EndInPoint(activity, TcxNames.KindOf(known), known, text);
            }
            else
            {
                AddUnread(_facts.InExtensions, name, text);
            }
        }
        else if (name == TcxNames.HeartRateBpm && !Utf8Number.TryParse(text, out _))
        {
            AddUnread(_facts.HeartRatesWithoutNumber, name, text);
        }
        else if (name == TcxNames.Value && Parent != TcxNames.HeartRateBpm)
        {
            // The element around it has the wrong name.
            AddUnread(_facts.OutsideExtensions, Parent, text);
        }
        else if (name == TcxNames.HeartRateBpm || !(TcxNames.OfTrackpoint.Contains(name) || name == TcxNames.Value))
        {
            AddUnread(_facts.OutsideExtensions, name, text);
        }
    }

    private void EndActivity()
    {
        if (_current is not null)
        {
            _activities.Add(_current.BuildActivity());
            _current = null;
            _isInPoint = false;
        }
    }
}
