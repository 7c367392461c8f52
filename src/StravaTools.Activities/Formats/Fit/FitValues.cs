namespace StravaTools.Activities.Formats.Fit;

/// <summary>Values of FIT enums that the code compares or writes (profile 21.217). FitNames has the values that are only named.</summary>
internal static class FitValues
{
    public static class FileType
    {
        public const int Activity = 4;
    }

    public static class Manufacturer
    {
        public const int Development = 255;
    }

    public static class ActivityType
    {
        public const int Manual = 0, AutoMultiSport = 1;
    }

    public static class Event
    {
        public const int Timer = 0, Session = 8, Lap = 9, Activity = 26, Length = 28;
    }

    public static class EventType
    {
        public const int Start = 0, Stop = 1, StopAll = 4, StopDisable = 8, StopDisableAll = 9;
    }

    public static class SessionTrigger
    {
        public const int ActivityEnd = 0;
    }

    public static class DisplayMeasure
    {
        public const int Metric = 0;
    }

    public static class LengthType
    {
        public const int Idle = 0, Active = 1;
    }

    public static class SetType
    {
        public const int Rest = 0, Active = 1;
    }
}
